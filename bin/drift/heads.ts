import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { CommandValues } from '../command.ts'

/** What `--head VENDOR=SOURCE` names for each vendor. @throws PlayheadError `bad-head`, `unknown-vendor` */
export const headsOf = (values: CommandValues, vendors: readonly string[]): ReadonlyMap<string, string> => {
  const given = Array.isArray(values.head) ? values.head.map(String) : []
  return new Map(
    given.map((text) => {
      const [, vendor = '', source = ''] = /^([\w-]+)=(.+)$/s.exec(text) ?? []
      if (source === '')
        throw new PlayheadError({
          code: 'bad-head',
          act: `Cannot use --head ${shown(text)}`,
          cure: 'Give a vendor and a source: --head osvi=./page.md, or --head osvi=https://…',
        })
      if (!vendors.includes(vendor))
        throw new PlayheadError({
          code: 'unknown-vendor',
          act: `Cannot use --head for ${shown(vendor)}: it is not checked`,
          cure: `Did you mean ${nearest(vendor, vendors)}? There are ${vendors.join(', ')}.`,
        })
      return [vendor, source] as const
    }),
  )
}
