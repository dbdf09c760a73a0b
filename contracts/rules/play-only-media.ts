import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { answeredOf, atAnswer, kindOf } from './reading/answered.ts'
import { transfersOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { everyVendor } from './whom.ts'
import { download, trouble, witness } from './witness.ts'

export const playOnlyMedia = defineRule({
  id: 'play-only-media',
  level: 'should',
  vendors: everyVendor,
  needs: ['download'],
  says: 'An answer that is plainly not media (an XML or HTML error with status 200) is not handed out as a recording.',
  basis: [{ vendor: 'envoy', quote: 'MIME type (audio/mp4 or video/mp4)' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [trouble({ kind: 'body', as: 'html', status: 200 }, undefined, 'storage'), download()]),
  judge: (history) => {
    const reading = readHistory(history)
    const odd = answeredOf(reading, 'download').filter((ask) => {
      const last = transfersOf(reading, ask).at(-1)
      return ask.alone && last?.received?.status === 200 && last.received.object === undefined
    })
    return judging(
      odd,
      (ask) =>
        kindOf(ask) === 'downloaded' &&
        atAnswer(ask, 'it handed out a page as a recording', 'an outcome that is no download'),
    )
  },
})
