import { PlayheadError } from '../../world/error.ts'

/** What is used of Prism. */
export type Prism = Pick<
  typeof import('@stoplight/prism-http'),
  'getHttpOperationsFromSpec' | 'createInstance'
>

/** One operation as Prism reads it. */
export type PrismOperation = Awaited<ReturnType<Prism['getHttpOperationsFromSpec']>>[number]

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')

/**
 * Loads Prism, which is an optional peer: whoever never needs it need not have it.
 * @throws PlayheadError `missing-peer`
 */
export const loadPrism = async (
  load: () => Promise<Prism> = () => import('@stoplight/prism-http'),
): Promise<Prism> => {
  try {
    return await load()
  } catch (cause) {
    if (!isMissing(cause)) throw cause
    throw new PlayheadError({
      code: 'missing-peer',
      act: "Cannot answer from a vendor's document: @stoplight/prism-http is not installed",
      cure: 'Install it: npm install --save-dev @stoplight/prism-http',
      cause,
    })
  }
}

const nothing = (): void => undefined

type Logger = Parameters<Prism['createInstance']>[1]['logger']

/** A logger that says nothing. Prism calls these and no others of a logger's methods. */
export const silence = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  child: () => silence,
} as unknown as Logger
