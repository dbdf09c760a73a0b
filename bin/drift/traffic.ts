import { checkDocument } from '../../contracts/drift/document/check-document.ts'
import type { DriftReport } from '../../contracts/drift/drift-report.ts'
import { checkTraffic } from '../../contracts/drift/traffic/check-traffic.ts'
import { exchangesOf } from '../../contracts/drift/traffic/exchanges.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { CommandContext } from '../command.ts'
import { readTraffic } from '../observe/read-traffic.ts'
import { textOf } from '../text-of.ts'
import { vendorsNamed } from '../vendors-named.ts'
import { failOnOf } from './fail-on.ts'

/**
 * Checks recorded traffic against the vendors' documents with our corrections.
 * @throws PlayheadError `missing-run`, `unreadable-file`, `bad-run`, `bad-har`, `nothing-observed`
 */
export const checkFiles = async (context: CommandContext, files: readonly string[]): Promise<DriftReport> => {
  const { values, cwd } = context
  const [file, ...others] = files
  if (file === undefined || others.length > 0)
    throw new PlayheadError({
      code: 'missing-run',
      act: `Cannot check ${file === undefined ? 'no traffic' : `${shown(files.join(' '))} at once`}`,
      cure: 'Name one file: a HAR file, or what `playhead mock --record FILE` wrote.',
    })
  const failOn = failOnOf(values)
  const exchanges = exchangesOf(await readTraffic(file, cwd), vendors)
  const named = textOf(values, 'vendor')
  const asked = new Set(exchanges.flatMap(({ vendor }) => vendor ?? []))
  const chosen = named === undefined ? [...asked] : vendorsNamed(named)
  if (chosen.length === 0)
    throw new PlayheadError({
      code: 'nothing-observed',
      act: `Cannot tell whether a vendor moved: ${file} holds no whole exchange with any`,
      cure: 'Record traffic that asks for recordings, with the bodies of the answers.',
    })
  const subjects = chosen.map(async (vendor) => {
    const base = `specs/${vendor.id}, with our corrections`
    const document = checkDocument(await vendor.document(), base)
    const comparison = checkTraffic(vendor.id, document, exchanges)
    return { vendor: vendor.id, base, head: file, comparison, accepted: [], problems: [] }
  })
  return { subjects: await Promise.all(subjects), failOn }
}
