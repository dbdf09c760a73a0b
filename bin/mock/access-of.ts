import type { ServerOptions } from '../../mocks/hosts/server.ts'
import type { CommandContext } from '../command.ts'
import { textOf } from '../text-of.ts'

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
