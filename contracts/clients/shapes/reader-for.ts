import { PlayheadError, shown } from '../../../mocks/world/error.ts'
import type { Bench } from '../../client.ts'
import { readers } from './readers/index.ts'
import type { Reader } from './readers/reader.ts'

/** The reader of a bench's vendor. @throws PlayheadError `unknown-vendor` */
export const readerFor = ({ vendor }: Bench): Reader => {
  const reader = readers[vendor]
  if (reader) return reader
  throw new PlayheadError({
    code: 'unknown-vendor',
    act: `Cannot connect to vendor ${shown(vendor)}`,
    cure: `Name one of ${Object.keys(readers).join(', ')}.`,
  })
}
