/** Bodies up to this length, in bytes, are sent in one go. */
export const smallBytes = 64 * 1024

/** How many are kept for the next ones. */
const mostFree = 32

const free: Uint8Array[] = []

/** Room for one small body: what is sent need not be cleared, nor new memory found, for each answer. */
export const takeBuffer = (): Uint8Array => free.pop() ?? Buffer.allocUnsafeSlow(smallBytes)

/** Takes room back that nothing reads any more: its bytes have left for the network. */
export const giveBack = (buffer: Uint8Array): void => {
  if (free.length < mostFree) free.push(buffer)
}
