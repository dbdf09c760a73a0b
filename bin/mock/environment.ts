import type { Ready } from '../../mocks/control/ready.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'

/** A vendor's id as a part of a variable's name: `MY_VENDOR` for `my-vendor`. */
const nameOf = (id: string): string => id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')

const keyIn = ({ credential }: Vendor, headers: Readonly<Record<string, string>>): string | undefined => {
  const written = credential && headers[credential.header]
  return credential?.scheme ? written?.slice(credential.scheme.length + 1) : written
}

/**
 * What a command beside the mock finds in its environment: where everything answers, the key of each vendor that asks for
 * one, and all of it as one line of JSON; the server's token, where it has one.
 */
export const environmentOf = (
  ready: Ready,
  vendors: readonly Vendor[],
  token?: string,
): Readonly<Record<string, string>> => ({
  ...(token === undefined ? {} : { PLAYHEAD_TOKEN: token }),
  PLAYHEAD_URL: ready.url,
  PLAYHEAD_STORAGE_URL: ready.storageUrl,
  PLAYHEAD_READY: JSON.stringify(ready),
  ...Object.fromEntries(
    vendors.flatMap((vendor) => {
      const known = ready.vendors[vendor.id]
      if (!known) return []
      const key = keyIn(vendor, known.headers)
      const name = `PLAYHEAD_${nameOf(vendor.id)}`
      return [[`${name}_URL`, known.baseUrl], ...(key === undefined ? [] : [[`${name}_KEY`, key]])]
    }),
  ),
})
