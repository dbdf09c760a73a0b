import type { StorageError } from './error-xml.ts'
import { invalidArgument } from './s3-errors.ts'
import { parameter, type Target } from './target.ts'

const overridable = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
]

/**
 * The headers that a URL asks for by `response-content-type` and its like, each with its value.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const overridesIn = (target: Target): readonly (readonly [header: string, value: string])[] =>
  overridable.flatMap((header) => {
    const value = parameter(target, `response-${header}`)
    return value ? [[header, value] as const] : []
  })

/** What no header can carry. Control characters are refused alike (assumed), so that none can split a response. */
const unprintable = /[^\t\u0020-\u007e\u00a0-\u00ff]/

/** S3's refusal of an override that no header can carry. */
export const wrongOverride = (target: Target): StorageError | undefined => {
  const wrong = overridesIn(target).find(([, value]) => unprintable.test(value))
  return (
    wrong &&
    invalidArgument('Header value cannot be represented using ISO-8859-1.', `response-${wrong[0]}`, wrong[1])
  )
}
