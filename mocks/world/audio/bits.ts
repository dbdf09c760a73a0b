/** Writes numbers bit by bit, most significant first, into bytes that are zero beforehand. */
export interface Bits {
  readonly bytes: Uint8Array
  /** How many bits are written. */
  readonly length: number
  put(value: number, width: number): void
}

/** @example const b = bits(1); b.put(5, 3) // b.bytes is [0b1010_0000] */
export const bits = (byteLength: number): Bits => {
  const bytes = new Uint8Array(byteLength)
  let length = 0
  return {
    bytes,
    get length() {
      return length
    },
    put(value, width) {
      for (let at = width - 1; at >= 0; at--, length++) {
        if ((value >>> at) & 1) bytes[length >> 3] = (bytes[length >> 3] ?? 0) | (0x80 >> (length & 7))
      }
    },
  }
}
