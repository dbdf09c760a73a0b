import { hostnameOf, isEveryAddress } from '../../mocks/hosts/host-name.ts'
import type { ServerOptions } from '../../mocks/hosts/server.ts'
import type { CommandContext } from '../command.ts'
import { textOf } from '../text-of.ts'
import type { GreetingOptions } from './greeting.ts'

/** Where a mock listens, and who may use its control API, by the options of `playhead mock`. */
export const accessOf = (
  values: CommandContext['values'],
): Pick<ServerOptions, 'host' | 'token' | 'allowedHosts'> => {
  const [host, token, named] = [textOf(values, 'host'), textOf(values, 'token'), values['allow-host']]
  return {
    ...(host === undefined ? {} : { host }),
    ...(token === undefined ? {} : { token }),
    ...(Array.isArray(named) ? { allowedHosts: named.map(String) } : {}),
  }
}

/** The token that was made because none was given. */
export const madeToken = (values: CommandContext['values'], token: string | undefined): string | undefined =>
  textOf(values, 'token') === undefined ? token : undefined

/** What a greeting says of all that. */
export const accessTold = (
  values: CommandContext['values'],
  token: string | undefined,
): Pick<GreetingOptions, 'access' | 'everywhere'> => {
  const host = textOf(values, 'host')
  const isNamed = ['public-url', 'public-storage-url'].every((name) => textOf(values, name) !== undefined)
  const everywhere = host !== undefined && !isNamed && isEveryAddress(hostnameOf(host)) ? host : undefined
  return {
    ...(token === undefined ? {} : { access: { made: madeToken(values, token) } }),
    ...(everywhere === undefined ? {} : { everywhere }),
  }
}
