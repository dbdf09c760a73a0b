import type { ServerResponse } from 'node:http'
import type { Connect, ViteDevServer } from 'vite'
import { isControl } from '../../control/answer.ts'
import { PlayheadError } from '../../world/error.ts'
import { type BackendPaths, detourAt } from '../detour.ts'
import type { ServerOptions } from '../server.ts'
import { type StandingServer, standServer } from '../stand-server.ts'

/** A mock that stands beside a dev server, opened once and closed with it. */
export interface MockBeside {
  /** Opens it, if it is not open. */
  open(): Promise<StandingServer>
  /** Answers what is for the mock, and leaves the rest to the dev server. */
  readonly middleware: Connect.NextHandleFunction
  close(): Promise<void>
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Says why nothing can be answered, as the control API says it. */
export const refuse = (response: ServerResponse, status: number, error: unknown): void => {
  const body = JSON.stringify({ error: error instanceof PlayheadError ? error : { act: textOf(error) } })
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

/**
 * Makes the mock of a dev server. Nothing listens before it is opened: a dev server that starts anew takes the ports that
 * the one before has freed by then.
 */
export const mockBeside = (
  options: ServerOptions,
  paths: BackendPaths,
  logger: ViteDevServer['config']['logger'],
): MockBeside => {
  let opened: Promise<StandingServer> | undefined
  const open = (): Promise<StandingServer> => {
    if (opened) return opened
    opened = standServer(options)
    opened.catch((error: unknown) => logger.error(`Playhead: ${textOf(error)}`))
    return opened
  }
  // Whether a path is for the mock does not depend on what it holds.
  const prefixes = Object.keys(paths)
  return {
    open,
    middleware: (request, response, next) => {
      const path = request.url ?? '/'
      if (!isControl(path) && !prefixes.some((prefix) => path.startsWith(prefix))) return next()
      open().then(
        (mock) => {
          const detour = isControl(path) ? undefined : detourAt(mock.backend, paths, path)
          if (isControl(path) || detour) mock.handle(request, response, detour)
          else next()
        },
        (error: unknown) => refuse(response, 500, error),
      )
    },
    close: async () => {
      const closing = opened
      opened = undefined
      await closing?.then(
        (mock) => mock.close(),
        () => undefined,
      )
    },
  }
}
