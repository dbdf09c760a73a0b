import type { Ready } from '../../mocks/control/ready.ts'
import { curlOf } from '../../mocks/vendors/curl.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'

/** What a greeting says beside the addresses. */
export interface GreetingOptions {
  readonly vendors: readonly Vendor[]
  readonly version: string
  /** What to type for `playhead`. */
  readonly playhead: string
  /** Present where the control API demands a token; one that was made for this run is told, any other known already. */
  readonly access?: { readonly made: string | undefined }
  /** What it listens on, where that is every address of the machine and nobody has said which of them others use. */
  readonly everywhere?: string
}

/** What stands for the token in a line that a shell reads. */
const variable = '$PLAYHEAD_TOKEN'

const accessText = (made: string | undefined): string =>
  made === undefined
    ? 'Its clock and the deck want the token that it was given. On other terminals\n  export PLAYHEAD_TOKEN=…'
    : `Others than this machine can reach it: its clock and the deck want a token, made for this run. On other terminals\n  export PLAYHEAD_TOKEN=${made}`

const everywhereText = (host: string, { url, storageUrl }: Ready): string =>
  `It listens on every address (${host}), but links lead to ${storageUrl}, and what is told here to ${url}: say with\n  --public-url and --public-storage-url where others reach it.`

const defaultUrl = 'http://127.0.0.1:4010'

/** What `playhead mock` prints when it listens. */
export const greeting = (
  ready: Ready,
  { vendors, version, playhead, access, everywhere }: GreetingOptions,
): string => {
  const { url, storageUrl } = ready
  const at = url === defaultUrl ? '' : ` --url ${url}`
  const blocks = vendors.flatMap(({ id, name, operations }) => {
    const vendor = ready.vendors[id]
    const ref = Object.hasOwn(vendor?.refs ?? {}, 'playable')
      ? 'playable'
      : Object.keys(vendor?.refs ?? {})[0]
    const path = operations[0]?.path
    if (!vendor || ref === undefined || path === undefined) return []
    const asked = `${vendor.baseUrl}${path.replace(/\{\w+\}/, encodeURIComponent(vendor.refs[ref] ?? ''))}`
    return [`${name}  ${vendor.baseUrl}\n  ${curlOf(asked, vendor.headers)}`]
  })
  const bearer = access ? ` -H "authorization: Bearer ${variable}"` : ''
  const deck = `${url}/__playhead/${access ? `?token=${access.made ?? 'TOKEN'}` : ''}`
  return [
    `Playhead ${version} listens on ${url}, its storage on ${storageUrl}. Nothing is kept when it ends.`,
    ...(everywhere === undefined ? [] : [everywhereText(everywhere, ready)]),
    ...(access ? [accessText(access.made)] : []),
    ...blocks,
    `The deck  ${deck}\n  all of it to look at and to move by hand, in a browser`,
    [
      `The clock  ${url}/__playhead/clock`,
      `  ${playhead} clock${at} advance 15m`,
      `  curl${bearer} -H 'content-type: application/json' -d '{"verb":"advance","value":"15m"}' '${url}/__playhead/clock'`,
      `  ${playhead} clock${at} rewind`,
    ].join('\n'),
    `Other worlds\n  ${playhead} scenario${at} use rate-limited`,
    'Ctrl-C ends it.',
  ].join('\n\n')
}
