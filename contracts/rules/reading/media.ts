import type { EventOf } from '../../history.ts'
import type { Exchange } from './exchange.ts'

/** Whether an answer says that it is sound or video; a plain octet stream may be either. */
export const isMedia = ({ headers, object }: EventOf<'received'>): boolean =>
  object !== undefined &&
  /^((audio|video)\/|(application|binary)\/octet-stream)/.test(headers['content-type'] ?? '')

/** Whether storage sends some of a recording, or all of it. */
export const sendsBytes = ({ received }: Exchange): boolean =>
  received?.status === 200 || received?.status === 206

/** The entity tag of what storage sends. */
export const tagOf = ({ received }: Exchange): string | undefined => received?.headers.etag

/** Whether it is a part of another object than what was sent of one before: the two make no recording. */
export const isOfAnother = (part: Exchange, before: readonly Exchange[]): boolean =>
  part.received?.status === 206 && before.some((one) => sendsBytes(one) && tagOf(one) !== tagOf(part))
