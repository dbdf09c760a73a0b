import type { Case } from '../../../contracts/case.ts'
import { download, look, pass, replies, segment, trouble, witness } from '../../../contracts/rules/witness.ts'
import type { Step } from '../../../contracts/step.ts'

type Pointed = readonly (readonly [says: string, given: Case])[]

const hangsUp = { kind: 'reset', at: 'before-headers' } as const
const cancel: Step = { do: 'cancel' }
const settle: Step = { do: 'settle' }

/** Where a call has several segments: some that do not play, each for its own reason, around one that does. */
const ofSegments = (vendor: string): Pointed => [
  [
    'segments that do not play',
    witness(vendor, [look(), download(), ...[0, 1, 2, 3].map((index) => download({ segment: index }))], {
      calls: [
        {
          ref: 'c1',
          segments: [
            segment({ status: 'deleted' }),
            segment({ id: 's2' }),
            segment({ id: 's3', status: 'in-progress' }),
            segment({ id: 's4', link: 'none' }),
          ],
        },
      ],
    }),
  ],
  [
    'nothing but a segment without a link',
    witness(vendor, [look()], { calls: [{ ref: 'c1', segments: [segment({ link: 'none' })] }] }),
  ],
]

/** Where replies are told: asked for in vain. */
const ofReplies = (vendor: string): Pointed => [
  ['replies to an id that is nothing but dots', witness(vendor, [replies({ id: '..' })])],
  ['replies when the API hangs up', witness(vendor, [trouble(hangsUp), replies()])],
  [
    'replies that are refused',
    witness(vendor, [trouble({ kind: 'status', status: 404, told: 'untold' }), replies()]),
  ],
]

const ofAll = (vendor: string): Pointed => [
  ['a download when storage hangs up', witness(vendor, [trouble(hangsUp, 1, 'storage'), download()])],
  [
    'two asks for one recording, both taken back',
    witness(vendor, [
      trouble({ kind: 'silence' }),
      look({ overlap: true }),
      look({ overlap: true }),
      cancel,
      cancel,
      settle,
      // What is still under way by now would be given up, and tried again.
      pass(60_000),
    ]),
  ],
  [
    'two asks for one recording, whose answer takes its time',
    witness(vendor, [
      { do: 'hold', role: 'api' },
      look({ overlap: true }),
      look({ overlap: true }),
      pass(1000),
      { do: 'deliver' },
      settle,
    ]),
  ],
  [
    'a download taken back while it is being refused',
    witness(
      vendor,
      [
        trouble({ kind: 'trickle', bytesPerSecond: 1 }, undefined, 'storage'),
        download({ overlap: true }),
        pass(3000),
        cancel,
        settle,
      ],
      { calls: [{ ref: 'c1', segments: [segment({ link: 'arrives-dead' })] }] },
    ),
  ],
]

/** Cases for one vendor of what a few generated ones come by too seldom, and the witness of no rule shows. */
export const pointedCases = (vendor: string): Pointed => [
  ...(vendor === 'quo' ? ofSegments(vendor) : []),
  ...(vendor === 'voqo' ? ofReplies(vendor) : []),
  ...ofAll(vendor),
]
