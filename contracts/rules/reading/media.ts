import type { EventOf } from '../../history.ts'

/** Whether an answer says that it is sound or video; a plain octet stream may be either. */
export const isMedia = ({ headers, object }: EventOf<'received'>): boolean =>
  object !== undefined &&
  /^((audio|video)\/|(application|binary)\/octet-stream)/.test(headers['content-type'] ?? '')
