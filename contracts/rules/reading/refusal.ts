import type { EventOf } from '../../history.ts'

/**
 * Whether storage refuses the URL itself, so that another one may help: 403, 401, or one of the codes by which some
 * storages say with 400 that a right has ended.
 */
export const isDeadLinkAnswer = ({ status, body }: EventOf<'received'>): boolean =>
  status === 403 || status === 401 || (status === 400 && /<Code>Expired/.test(body ?? ''))

/** Whether it says why: the right has ended. */
export const saysExpired = ({ body }: EventOf<'received'>): boolean =>
  /<Code>Expired|Request has expired/.test(body ?? '')
