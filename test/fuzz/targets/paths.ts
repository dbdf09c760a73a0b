import fc from 'fast-check'
import type { WireRequest } from '../../../mocks/world/exchange.ts'
import { aBackend } from '../a-backend.ts'
import { goodRequests } from '../arbitraries/good-requests.ts'
import { hostileTexts, mangledTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { defineTarget, nothingToClose } from '../target.ts'

interface Asked {
  readonly origin: 'api' | 'storage'
  readonly request: WireRequest
}

const methods = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'PROPFIND', 'get', '']

const inputs = (): fc.Arbitrary<Asked> =>
  fc
    .record({
      origin: fc.constantFrom<Asked['origin'][]>('api', 'api', 'storage'),
      good: goodRequests(),
      path: fc.oneof(
        { weight: 3, arbitrary: mangledTexts(goodRequests().map(({ path }) => path)) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(
              hostileTexts(),
              mangledTexts(
                goodRequests().map(({ path }) => path),
                1,
              ),
            )
            .map(([name, path]) => `/~${name}${path}`),
        },
        { weight: 1, arbitrary: hostileTexts().map((text) => `/${text}`) },
        hostileTexts(),
      ),
      method: fc.constantFrom(...methods),
    })
    .map(({ origin, good, path, method }) => ({ origin, request: { ...good, method, path } }))

export const paths = defineTarget<Asked>({
  name: 'paths',
  says: 'Whatever path is asked for, at either origin and in any sandbox: it is answered, and what is refused is told why.',
  share: 170,
  inputs,
  open: () => {
    const backend = aBackend()
    return {
      run: async ({ origin, request }) => checkAnswer(await backend.answer(origin, request), request.method),
      close: nothingToClose,
    }
  },
})
