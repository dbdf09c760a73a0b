import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { CommandContext } from '../command.ts'
import { textOf } from '../text-of.ts'

const originOf = (values: CommandContext['values'], option: string): string | undefined => {
  const given = textOf(values, option)
  if (given === undefined) return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin
  throw new PlayheadError({
    code: 'bad-url',
    act: `Cannot use ${shown(given)} as --${option}`,
    cure: 'Give an origin without a path, such as http://127.0.0.1:8080.',
  })
}

/**
 * Where clients reach a mock that stands behind a balancer or a proxy: what its links name, and what they are signed for.
 * @throws PlayheadError `bad-url`
 */
export const publicOrigins = (
  values: CommandContext['values'],
): { readonly publicUrl?: string; readonly publicStorageUrl?: string } => {
  const publicUrl = originOf(values, 'public-url')
  const publicStorageUrl = originOf(values, 'public-storage-url')
  return {
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(publicStorageUrl === undefined ? {} : { publicStorageUrl }),
  }
}
