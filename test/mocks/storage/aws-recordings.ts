import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What AWS itself answered, as LocalStack's suite recorded it, with ids, dates and signatures masked. */
export interface Recorded {
  readonly Error?: Readonly<Record<string, string>>
  readonly StatusCode?: number
  readonly ResponseMetadata?: { readonly HTTPStatusCode: number }
  readonly [field: string]: unknown
}

/** Where the recordings lie: they are no part of this project. */
export const recordingsFile: string = join(
  process.env.PLAYHEAD_SHARED ?? join(import.meta.dirname, '../../../../shared'),
  'vendor-history/s3/aws-recorded-responses.json',
)

type Recordings = Readonly<
  Record<string, { readonly 'recorded-content': Readonly<Record<string, Recorded>> }>
>

/** Every recorded test by its name, with its responses; `undefined` where the file is absent. */
export const readRecordings = (): ReadonlyMap<string, Readonly<Record<string, Recorded>>> | undefined => {
  if (!existsSync(recordingsFile)) return undefined
  const all: Recordings = JSON.parse(readFileSync(recordingsFile, 'utf8'))
  return new Map(
    Object.entries(all).map(([name, recorded]) => [
      name.replace('tests/aws/services/s3/test_s3.py::', ''),
      recorded['recorded-content'],
    ]),
  )
}

/** The status that AWS answered with; some recordings hold none. */
export const statusOf = ({ StatusCode, ResponseMetadata }: Recorded): number | undefined =>
  StatusCode ?? ResponseMetadata?.HTTPStatusCode
