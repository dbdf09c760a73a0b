import { type Exchange, isWhole } from './exchange.ts'

const bodyOf = (exchange: Exchange): string => (isWhole(exchange) && exchange.received?.body) || ''

/**
 * Whether storage refuses the URL itself, so that another one may help: 403, 401, or one of the codes by which some
 * storages say with 400 that a right has ended.
 */
export const isRefused = (exchange: Exchange): boolean => {
  const { sent, received } = exchange
  const status = received?.status
  if (sent.role === 'api') return false
  return status === 403 || status === 401 || (status === 400 && /<Code>Expired/.test(bodyOf(exchange)))
}

/**
 * Whether the client has surely seen that storage refuses the URL: one that it left before its body had come may never have
 * shown as a refusal, since many stacks tell of both together.
 */
export const showsRefused = (exchange: Exchange): boolean => isRefused(exchange) && isWhole(exchange)

/** Whether it says why: the right has ended. */
export const saysExpired = (exchange: Exchange): boolean =>
  isRefused(exchange) && /<Code>Expired|Request has expired/.test(bodyOf(exchange))
