import { randomBytes } from 'node:crypto'
import type { Admission } from '../control/admission.ts'
import { isLoopback } from '../control/loopback.ts'
import { tokenOf } from '../control/token.ts'
import { hostnameOf, isEveryAddress } from './host-name.ts'
import type { ServerOptions } from './server.ts'

/** Who may use a server's control API, and the secret that has to be shown, where one has. */
export interface Admitted {
  readonly admission: Admission
  readonly secret: string | undefined
}

/**
 * Who may use the control API of a server. As soon as anybody but this machine could, a token is demanded, and made where
 * none is given.
 * @throws PlayheadError `bad-host`, `bad-token`
 */
export const admissionOf = ({
  host = '127.0.0.1',
  publicUrl,
  allowedHosts = [],
  token,
}: Pick<ServerOptions, 'host' | 'publicUrl' | 'allowedHosts' | 'token'>): Admitted => {
  const bound = hostnameOf(host)
  const named = [
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
    ...allowedHosts.map(hostnameOf),
  ]
  const names = [...(isEveryAddress(bound) ? [] : [bound]), ...named].filter((name) => !isLoopback(name))
  const isHidden = isLoopback(bound) && names.length === 0
  const secret = token ?? (isHidden ? undefined : randomBytes(24).toString('base64url'))
  return {
    admission: {
      names,
      anyAddress: !isLoopback(bound),
      token: secret === undefined ? undefined : tokenOf(secret),
    },
    secret,
  }
}
