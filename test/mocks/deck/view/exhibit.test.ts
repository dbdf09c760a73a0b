import { describe, expect, it, test } from 'vitest'
import { readHar } from '../../../../contracts/har/read-har.ts'
import type { Step } from '../../../../contracts/step.ts'
import { curlFor } from '../../../../mocks/deck/view/curl-for.ts'
import { jsonIn, readExhibit } from '../../../../mocks/deck/view/exhibit.ts'
import { harOf } from '../../../../mocks/deck/view/har-of.ts'
import { openShelf } from '../../../../mocks/deck/view/shelf.ts'
import { stepWords } from '../../../../mocks/deck/view/step-words.ts'
import { smallCase } from '../../../contracts/support/small-case.ts'
import { origins } from '../../a-backend.ts'
import { askOsvi, linkIn, play } from '../../asking.ts'
import { aDeck, until } from '../in-a-page.ts'

const file = (name: string, text: string) => ({ name, size: text.length, text: async () => text })

describe('what somebody brings to step through', () => {
  it('is a case, told of by its finding', () => {
    const { says, pieces } = readExhibit('a.json', {
      ...smallCase([]),
      client: 'sdk',
      finding: { rule: 'get-never-head', vendor: 'osvi', what: 'it sent HEAD' },
    })
    expect(says).toBe('A case of sdk')
    expect(pieces).toMatchObject([{ title: 'get-never-head, osvi', wrong: 'it sent HEAD' }])
  })

  it('or something else, which is said', async () => {
    const { deck } = await aDeck()
    const shelf = openShelf(deck)
    for (const [text, code] of [
      ['{', 'malformed-json'],
      ['{"playhead":1}', 'bad-case'],
      ['{"playhead":99}', 'case-version'],
      ['{"playhead":1,"results":[]}', 'bad-report'],
      ['[]', 'bad-case'],
    ] as const) {
      await shelf.open(file('x.json', text))
      expect(deck.notice.value?.code).toBe(code)
    }
    await shelf.open({ ...file('big.json', '{}'), size: 1e9 })
    expect(deck.notice.value?.code).toBe('deck-file-too-large')
    expect(shelf.shown.value).toBeUndefined()
  })

  it('or what the mock was started with', async () => {
    const exhibit = { ...smallCase([]) }
    const { deck } = await aDeck({ start: { world: exhibit.world, at: exhibit.clock.at, exhibit } })
    const shelf = openShelf(deck)
    await shelf.start('')
    expect(shelf.shown.value).toMatchObject({
      isIn: true,
      exhibit: { name: 'What the mock was started with' },
    })
    await shelf.start('#session=!')
    expect(deck.notice.value?.code).toBe('deck-bad-link')
  })

  it('is no JSON by a name', () => {
    expect(() => jsonIn('x.txt', 'hello')).toThrow('x.txt')
  })
})

test.for<[Step, string]>([
  [{ do: 'ask', op: 'look', call: 'c1' }, 'the client is asked for the recording of c1'],
  [
    { do: 'ask', op: 'replies', call: 'c1', overlap: true },
    'the client is asked for the replies to c1, and not waited for',
  ],
  [{ do: 'clock', to: { goal: 'by', ms: 60_000 } }, 'the clock goes forward by 1 min'],
  [
    { do: 'clock', to: { goal: 'link-end', call: 'c1', offsetMs: -1 } },
    'the clock goes to 1 ms before the end of the link to c1',
  ],
  [{ do: 'clock', to: { goal: 'boundary', offsetMs: 0 } }, 'the clock goes to the next boundary'],
  [
    { do: 'clock', to: { goal: 'status', call: 'c1', status: 'completed', offsetMs: 5 } },
    'the clock goes to 5 ms after the instant at which c1 becomes completed',
  ],
  [{ do: 'hold', role: 'storage' }, 'the next answer of storage is held back'],
  [{ do: 'deliver' }, 'the answer held back is delivered'],
  [{ do: 'cancel' }, 'the client is told to stop'],
  [{ do: 'calm' }, 'nothing goes wrong any more'],
  [{ do: 'skew', ms: -2000 }, 'the client’s clock is set 2 s behind'],
  [{ do: 'settle' }, 'everything is waited for'],
])('%j: %s', ([step, words]) => {
  expect(stepWords(step)).toBe(words)
})

describe('the journal', () => {
  const aJournal = async () => {
    const made = await aDeck({ start: { freeze: true } })
    await play(made.backend, linkIn(await askOsvi(made.backend)), { range: 'bytes=0-9' })
    const stop = made.deck.start()
    await until(() => made.deck.entries.value.length === 2)
    stop()
    return made
  }

  it('becomes a HAR file that can be read as a run, with every secret masked', async () => {
    const { deck } = await aJournal()
    const har = harOf(deck.entries.value, { sandbox: 'default', ...origins })
    const { lines } = readHar(har, 'journal.har')
    expect(lines.map(({ event }) => event.kind)).toEqual([
      'sent',
      'received',
      'settled',
      'sent',
      'received',
      'settled',
    ])
    expect(har).not.toMatch(/playhead-osvi-16|X-Amz-Signature=[0-9a-f]/)
  })

  it('becomes commands that ask the same again; a signature stays masked', async () => {
    const { deck } = await aJournal()
    const [asked, played] = await Promise.all(deck.entries.value.map((entry) => curlFor(entry, deck)))
    expect(asked).toBe(
      "curl -H 'api-token: playhead-osvi-16' 'http://127.0.0.1:4010/v1/call/00000000-0000-4000-8000-000000000001/recording'",
    )
    expect(played).toMatch(
      /^curl -H 'range: bytes=0-9' 'http:\/\/127\.0\.0\.1:4011\/osvi-recordings\/.*X-Amz-Signature=•••'$/,
    )
  })
})
