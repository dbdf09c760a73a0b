import { PlayheadError } from '../../mocks/world/error.ts'

/** A client has gone past the interceptor, to a host of its own. */
export const leftTheInterceptor = (host: string): PlayheadError =>
  new PlayheadError({
    code: 'left-the-interceptor',
    act: `Cannot answer the client: it went past the interceptor, to ${host}`,
    cure: 'Have it look up http.request when it asks, not when it is loaded; or use --transport loopback.',
  })
