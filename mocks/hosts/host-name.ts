import { PlayheadError, shown } from '../world/error.ts'

/** Where this machine is found, by the addresses that stand for every one of its own. */
const everyAddress: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['[::]', '[::1]'],
])

/** Whether a host, as a URL has it, stands for every address of the machine. */
export const isEveryAddress = (hostname: string): boolean => everyAddress.has(hostname)

/**
 * A host as a URL has it, so that names compare.
 * @throws PlayheadError `bad-host`
 * @example hostnameOf('::1') // '[::1]'
 */
export const hostnameOf = (host: string): string => {
  const bare = host.replace(/^\[|\]$/g, '')
  const url = `http://${bare.includes(':') ? `[${bare}]` : bare}`
  if (!/[\s/?#@\\]/.test(bare) && URL.canParse(url)) return new URL(url).hostname
  throw new PlayheadError({
    code: 'bad-host',
    act: `Cannot use ${shown(host)} as a host`,
    cure: 'Give a name or an address without a port, such as mock.internal, 192.168.1.20 or ::1.',
  })
}

/** What a server that listens there is called in URLs: nobody can be sent to every address, but this machine is at one. */
export const reachedAs = (host: string): string => {
  const hostname = hostnameOf(host)
  return everyAddress.get(hostname) ?? hostname
}

/** What to listen on, which URLs put brackets around where it is an address of IPv6. */
export const boundAs = (host: string): string => hostnameOf(host).replace(/^\[|\]$/g, '')
