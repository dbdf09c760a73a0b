/** A value that is there, or one that is on its way: what is there already need not be waited for. */
export type Soon<T> = T | Promise<T>

/** Whether it is on its way. */
export const isLater = <T>(value: Soon<T>): value is Promise<T> =>
  typeof (value as { readonly then?: unknown } | undefined)?.then === 'function'
