/** Whether an error says that a connection broke, or that nobody answered in time: what a fetch tells of the other side. */
export const isBroken = (error: unknown): error is Error =>
  error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
