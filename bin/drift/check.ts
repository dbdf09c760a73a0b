import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type AcceptList,
  emptyAcceptList,
  judgeByList,
  parseAcceptList,
} from '../../contracts/drift/accepted.ts'
import { compareVendor } from '../../contracts/drift/compare-vendor.ts'
import type { DriftReport, DriftSubject } from '../../contracts/drift/drift-report.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { CommandContext } from '../command.ts'
import { readJson } from '../read-json.ts'
import { textOf } from '../text-of.ts'
import { todayOf } from '../today.ts'
import { failOnOf } from './fail-on.ts'
import { headsOf } from './heads.ts'
import { readNewer } from './newer.ts'
import { type Pinned, readPinned } from './pinned.ts'

/** Where accepted changes are kept unless another file is named. */
const usualList = 'playhead.drift.json'

const listOf = async ({ values, cwd }: CommandContext): Promise<AcceptList> => {
  const named = textOf(values, 'accepted')
  const file = named ?? usualList
  if (named === undefined && !existsSync(resolve(cwd, file))) return emptyAcceptList
  return parseAcceptList(await readJson(file, cwd), file)
}

/** What came of a check: the vendors that could be compared, and those that could not. */
export interface Checked {
  readonly report: DriftReport
  readonly failures: readonly { readonly vendor: string; readonly error: PlayheadError }[]
}

/** Compares what is pinned of vendors with what they publish now; one that cannot be read does not keep the others from it. */
export const checkVendors = async (context: CommandContext, named: readonly string[]): Promise<Checked> => {
  const { values, cwd } = context
  const [failOn, today, list] = [failOnOf(values), todayOf(values), await listOf(context)]
  const folder = textOf(values, 'specs')
  const pinned = await readPinned(named, folder === undefined ? undefined : resolve(cwd, folder))
  const heads = headsOf(
    values,
    pinned.map(({ vendor }) => vendor),
  )
  const checked = await Promise.all(
    pinned.map(async (one): Promise<DriftSubject | { vendor: string; error: PlayheadError }> => {
      try {
        return await subjectOf(one, heads.get(one.vendor), { context, list, today })
      } catch (error) {
        if (error instanceof PlayheadError) return { vendor: one.vendor, error }
        throw error
      }
    }),
  )
  return {
    report: { subjects: checked.filter((one): one is DriftSubject => !('error' in one)), failOn },
    failures: checked.flatMap((one) => ('error' in one ? [one] : [])),
  }
}

interface By {
  readonly context: CommandContext
  readonly list: AcceptList
  readonly today: string
}

const subjectOf = async (
  pinned: Pinned,
  given: string | undefined,
  { context, list, today }: By,
): Promise<DriftSubject> => {
  const newer = await readNewer(pinned, given, context)
  const { vendor, page } = pinned
  const compared = compareVendor(vendor, pinned, newer)
  return { vendor, base: page.name, head: newer.page.name, ...judgeByList(vendor, compared, list, today) }
}
