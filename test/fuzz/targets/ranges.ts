import fc from 'fast-check'
import type { Backend } from '../../../mocks/sandboxes.ts'
import type { MediaBody, WireResponse } from '../../../mocks/world/exchange.ts'
import { aBackend, pathIn } from '../a-backend.ts'
import { hostileBytes, mangledTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { defineTarget, nothingToClose } from '../target.ts'

const numbers = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat(300_000).map(String),
    fc.constantFrom('', '0', '00', '1', '9007199254740993', '9'.repeat(30), '-1', '+1', '1.5', '0x10', ' 1'),
  )

const inputs = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(numbers(), numbers()).map(([from, to]) => `bytes=${from}-${to}`) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(numbers(), numbers()), { maxLength: 50 })
        .map((all) => `bytes=${all.map(([from, to]) => `${from}-${to}`).join(',')}`),
    },
    { weight: 1, arbitrary: mangledTexts(fc.constant('bytes=0-99')) },
    hostileBytes(),
  )

const bytesIn = ({ body }: WireResponse): Uint8Array =>
  typeof body === 'object' ? body.read(0, body.length) : new Uint8Array()

/** A part is what its own headers say of it, cut out of the whole. */
const checkPart = (part: WireResponse, whole: MediaBody): void => {
  const [, first, last, of] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(part.headers['content-range'] ?? '') ?? []
  if (Number(of) !== whole.length || Number(last) >= whole.length || Number(first) > Number(last))
    throw new Error(`The part says ${part.headers['content-range']}, of ${whole.length} bytes.`)
  const wanted = whole.read(Number(first), Number(last) + 1)
  if (!Buffer.from(bytesIn(part)).equals(wanted)) throw new Error('The part is not cut out of the whole.')
}

const linkOf = async (backend: Backend): Promise<string> => {
  const { body } = await backend.answer('api', {
    method: 'GET',
    path: '/voqo/public/recordings/playable',
    headers: {},
  })
  return pathIn(/"(http:[^"]+)"/.exec(String(body))?.[1] ?? '')
}

export const ranges = defineTarget<string>({
  name: 'ranges',
  says: 'Whatever range of a recording is asked for: it is exactly those bytes, the whole, or told to be none.',
  share: 80,
  inputs,
  open: async () => {
    const backend = aBackend()
    const path = await linkOf(backend)
    const { body: whole } = await backend.answer('storage', { method: 'GET', path, headers: {} })
    if (typeof whole !== 'object') throw new Error('The recording does not play.')
    return {
      run: async (range) => {
        const answer = await backend.answer('storage', { method: 'GET', path, headers: { range } })
        checkAnswer(answer, 'GET')
        if (answer.status === 206) checkPart(answer, whole)
        else if (answer.status === 200) {
          if (typeof answer.body !== 'object' || answer.body.length !== whole.length)
            throw new Error('The whole is not whole.')
        } else if (answer.status !== 416) throw new Error(`The status is ${answer.status}.`)
        return answer.status === 416 ? 'refused' : 'taken'
      },
      close: nothingToClose,
    }
  },
})
