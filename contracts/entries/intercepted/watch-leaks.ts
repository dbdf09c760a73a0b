import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { leftTheInterceptor } from '../../run/left-the-interceptor.ts'

/** Keeps this process from asking for any real host. */
export interface Leaks {
  /** @throws PlayheadError `left-the-interceptor` where something wanted to leave */
  readonly close: () => void
}

/**
 * Refuses every look-up of a host: what is intercepted needs none. A client that took hold of `https.get` before the
 * interceptor did goes past it, and would reach the real vendor.
 */
export const watchLeaks = (): Leaks => {
  const { lookup } = dns
  let left: string | undefined
  const refuse = (host: string, ...rest: readonly unknown[]): void => {
    const callback = rest.findLast((one) => typeof one === 'function') as (error: Error) => void
    if (host === 'localhost') {
      Reflect.apply(lookup, dns, [host, ...rest])
      return
    }
    left ??= host
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
    process.nextTick(() => callback(error))
  }
  dns.lookup = refuse as typeof lookup
  // Names imported one by one follow what was replaced only when told to; those of node:http are among them.
  syncBuiltinESMExports()
  return {
    close: () => {
      dns.lookup = lookup
      syncBuiltinESMExports()
      if (left !== undefined) throw leftTheInterceptor(left)
    },
  }
}
