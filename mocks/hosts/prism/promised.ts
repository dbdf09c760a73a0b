import { PlayheadError, shown } from '../../world/error.ts'
import type { PrismOperation } from './load-prism.ts'
import type { Preference } from './preference.ts'

type PrismResponse = PrismOperation['responses'][number]

const meant = (responses: readonly PrismResponse[], code: number): PrismResponse | undefined =>
  [String(code), `${String(code)[0]}XX`, 'default']
    .map((name) => responses.find((one) => one.code === name))
    .find((one) => one !== undefined)

/** The response that is taken where no code is preferred: the lowest success, else the default, else the first. */
const usual = (responses: readonly PrismResponse[]): PrismResponse | undefined =>
  responses
    .filter(({ code }) => /^2(\d\d|XX)$/.test(code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))[0] ??
  responses.find(({ code }) => code === 'default') ??
  responses[0]

const examplesOf = ({ contents = [] }: PrismResponse): readonly string[] => [
  ...new Set(contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key))),
]

const listed = (names: readonly string[]): string => names.join(', ') || 'none'

/**
 * Makes sure that the document has what is preferred: left alone, Prism would take something else in its place.
 * @param named the operation, such as `GET /v1/contacts of quo`
 * @throws PlayheadError `no-such-response`, naming those it has
 */
export const checkPromised = (
  { responses }: PrismOperation,
  { code, example }: Preference,
  named: string,
): void => {
  const response = code === undefined ? usual(responses) : meant(responses, code)
  if (code !== undefined && !response)
    throw new PlayheadError({
      code: 'no-such-response',
      act: `Cannot answer ${named} with ${code}: its document has no such response`,
      cure: `Prefer one that it has: ${listed(responses.map((one) => one.code))}.`,
    })
  const names = response ? examplesOf(response) : []
  if (example !== undefined && !names.includes(example))
    throw new PlayheadError({
      code: 'no-such-response',
      act: `Cannot answer ${named} with the example ${shown(example)}: its response ${response?.code ?? ''} has no such example`,
      cure: `Prefer one that it has: ${listed(names)}.`,
    })
}
