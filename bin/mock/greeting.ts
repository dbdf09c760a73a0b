import type { Ready } from '../../mocks/control/ready.ts'
import { curlOf } from '../../mocks/vendors/curl.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'

/** What a greeting says beside the addresses. */
export interface GreetingOptions {
  readonly vendors: readonly Vendor[]
  readonly version: string
  /** What to type for `playhead`. */
  readonly playhead: string
}

const defaultUrl = 'http://127.0.0.1:4010'

/** What `playhead mock` prints when it listens. */
export const greeting = (ready: Ready, { vendors, version, playhead }: GreetingOptions): string => {
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
  return [
    `Playhead ${version} listens on ${url}, its storage on ${storageUrl}. Nothing is kept when it ends.`,
    ...blocks,
    `The deck  ${url}/__playhead/\n  all of it to look at and to move by hand, in a browser`,
    [
      `The clock  ${url}/__playhead/clock`,
      `  ${playhead} clock${at} advance 15m`,
      `  curl -H 'content-type: application/json' -d '{"verb":"advance","value":"15m"}' '${url}/__playhead/clock'`,
      `  ${playhead} clock${at} rewind`,
    ].join('\n'),
    `Other worlds\n  ${playhead} scenario${at} use rate-limited`,
    'Ctrl-C ends it.',
  ].join('\n\n')
}
