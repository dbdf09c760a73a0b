import { readFileSync } from 'node:fs'
import { fixedIds, refs } from '../../mocks/scenarios/refs.ts'
import { assumed } from '../../mocks/storage/assumed.ts'
import type { StorageId } from '../../mocks/storage/index.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { formatDuration } from '../../mocks/world/duration.ts'

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')

const meanings: Readonly<Record<(typeof refs)[number], string>> = {
  playable: 'plays; two replies',
  processing: 'is being processed; ready ten minutes after the start',
  deleted: 'was there and was deleted',
  failed: 'could not be made',
  absent: 'a call without a recording',
  missing: 'no vendor knows it',
  expired: 'its link arrives dead (Voqo: its source is gone); one reply',
  foreign: 'another account’s: the key `stranger-…` in place of `playhead-…` opens it',
  segments: 'paused twice: three segments, the middle one deleted',
  replies: 'plays; three replies, the last five minutes after the start',
}

const refTable = (): string =>
  table(
    ['ref', 'nn', 'what it is'],
    refs.map((ref) => [`\`${ref}\``, fixedIds(ref).osvi?.slice(-2) ?? '', meanings[ref]]),
  )

const auth = ({ credential }: Vendor): string =>
  credential
    ? `\`${credential.header}: ${credential.scheme ? `${credential.scheme} ` : ''}${credential.defaultKey}\``
    : 'none'

const lifetime = ({ link }: Vendor): string => {
  const told = { relative: 'seconds left', absolute: 'an absolute end', untold: 'not told' } as const
  return `${formatDuration(link.lifetimeSeconds * 1000)}, ${told[link.told]}`
}

const vendorTable = (): string =>
  table(
    ['vendor', 'asked by', 'key', 'a link lives', 'rate limit'],
    vendors.map((vendor) => [
      `[${vendor.name}](${vendor.docs})`,
      vendor.operations.map(({ method, path }) => `\`${method} /${vendor.id}${path}\``).join('<br>'),
      auth(vendor),
      lifetime(vendor),
      vendor.rateLimit
        ? `${vendor.rateLimit.limit} in ${formatDuration(vendor.rateLimit.windowMs)} per ${vendor.rateLimit.per}`
        : 'none published',
    ]),
  )

const kindsOfStorage = { s3: 'S3', gcs: 'Google Cloud Storage', plain: 'Plain links' } as const

const assumedList = (): string =>
  [
    ...vendors.flatMap(({ name, assumes }) => assumes.map((one) => `- **${name}**: ${one}`)),
    ...Object.entries(kindsOfStorage).flatMap(([id, name]) =>
      assumed[id as StorageId].map((one) => `- **${name}**: ${one}`),
    ),
  ].join('\n')

const firstClient = (): string => {
  const code = readFileSync(new URL('../../examples/first-client.ts', import.meta.url), 'utf8')
  const why = 'it is examples/first-client.ts, which the commands below verify'
  return `<!-- only to be read: ${why} -->\n\`\`\`ts\n${code}\`\`\``
}

/** The parts of the README that are made from the registries, by the marker they stand between. */
export const readmeSections: Readonly<Record<string, () => string>> = {
  'first-client': firstClient,
  refs: refTable,
  vendors: vendorTable,
  assumed: assumedList,
}

/** The README with its made parts as they should be now. */
export const freshReadme = (readme: string): string =>
  Object.entries(readmeSections).reduce(
    (text, [marker, made]) =>
      text.replace(
        new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
        (_, open: string, close: string) => `${open}${made()}\n${close}`,
      ),
    readme,
  )
