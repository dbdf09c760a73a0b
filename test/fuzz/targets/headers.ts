import fc from 'fast-check'
import type { WireRequest } from '../../../mocks/world/exchange.ts'
import { aBackend, pathIn } from '../a-backend.ts'
import { goodRequests } from '../arbitraries/good-requests.ts'
import { hostileTexts, mangledTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { defineTarget, nothingToClose } from '../target.ts'
import { canary } from '../wire/header-lines.ts'

interface Asked {
  readonly origin: 'api' | 'storage'
  readonly request: WireRequest
}

const names = [
  'host',
  'origin',
  'prefer',
  'accept',
  'range',
  'if-range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'x-organization-id',
  'x-playhead-sandbox',
  'x-amz-date',
  'x-amz-content-sha256',
  'x-goog-date',
  'access-control-request-method',
  'access-control-request-headers',
  'forwarded',
  'x-forwarded-host',
  'x-http-method-override',
  'content-length',
  'constructor',
  '__proto__',
] as const

/** Headers that carry keys: what they hold is told to nobody. */
const secretNames = [
  'authorization',
  'api-token',
  'x-api-key',
  'x-acme-key',
  'cookie',
  'proxy-authorization',
] as const

/** No parser lets these through, and no header of a Request: what a host hands over has none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const unheard = /[\u0000-\u0008\u000a-\u001f\u007f]/g

/** A text as a header brings it: bytes, each as one character. */
const heard = (text: string): string =>
  Buffer.from(text.toWellFormed(), 'utf8').toString('latin1').replace(unheard, '')

const values = (): fc.Arbitrary<string> =>
  fc
    .oneof(
      hostileTexts(),
      mangledTexts(
        fc.constantFrom('bytes=0-9', 'code=404', 'ann', 'https://a.example', '"8d777f385d3dfec8"', 'GET'),
      ),
    )
    .map(heard)

const secrets = (): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', 'Bearer ', 'Basic ', 'AWS4-HMAC-SHA256 Credential=', 'a=1; key='),
      hostileTexts(),
    )
    .map(([scheme, text]) => `${scheme}${canary}${heard(text)}`)

const inputs = (): fc.Arbitrary<Asked> =>
  fc
    .record({
      origin: fc.constantFrom<Asked['origin'][]>('api', 'api', 'storage'),
      good: goodRequests(),
      headers: fc.dictionary(fc.constantFrom(...names), values(), { maxKeys: 4 }),
      secret: fc.dictionary(fc.constantFrom(...secretNames), secrets(), { maxKeys: 2 }),
      method: fc.constantFrom('GET', 'GET', 'HEAD', 'OPTIONS'),
    })
    .map(({ origin, good, headers, secret, method }) => ({
      origin,
      request: { ...good, method, headers: { ...good.headers, ...headers, ...secret } },
    }))

export const headers = defineTarget<Asked>({
  name: 'headers',
  says: 'Whatever headers come with a good path: it is answered, no key is told by an API, and none is written down.',
  share: 140,
  inputs,
  open: async () => {
    const backend = aBackend()
    const { body } = await backend.answer('api', {
      method: 'GET',
      path: '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording',
      headers: { 'api-token': 'playhead-osvi-16' },
    })
    const link = pathIn(JSON.parse(String(body)).data.recording_url)
    return {
      run: async ({ origin, request }) => {
        const asked = origin === 'storage' ? { ...request, path: link } : request
        const answer = await backend.answer(origin, asked)
        // S3 repeats the key that it refuses, to whoever has sent it; nobody else may read it.
        const came = checkAnswer(answer, request.method, origin === 'api' ? { secrets: [canary] } : {})
        const written = JSON.stringify((await backend.session().journal()).at(-1) ?? '')
        if (written.includes(canary)) throw new Error(`The journal holds a key: ${written.slice(0, 2000)}`)
        return came
      },
      close: nothingToClose,
    }
  },
})
