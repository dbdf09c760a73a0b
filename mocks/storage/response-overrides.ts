import { parameter, type Target } from './target.ts'

/** The headers that a URL of S3 may ask for. */
export const overridable = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
] as const

type Overridable = (typeof overridable)[number]

/**
 * The headers that a URL asks for by `response-content-type` and its like, each with its value.
 * @param allowed those that are listened to
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const overridesIn = (
  target: Target,
  allowed: readonly Overridable[] = overridable,
): readonly (readonly [header: Overridable, value: string])[] =>
  allowed.flatMap((header) => {
    const value = parameter(target, `response-${header}`)
    return value ? [[header, value] as const] : []
  })

/** What no header can carry. Control characters are refused alike (assumed), so that none can split a response. */
const unprintable = /[^\t\u0020-\u007e\u00a0-\u00ff]/

/** The first header asked for that no header can carry. */
export const wrongOverride = (
  target: Target,
  allowed: readonly Overridable[] = overridable,
): { readonly parameter: string; readonly value: string } | undefined => {
  const wrong = overridesIn(target, allowed).find(([, value]) => unprintable.test(value))
  return wrong && { parameter: `response-${wrong[0]}`, value: wrong[1] }
}
