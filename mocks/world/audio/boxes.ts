/** Writes the nested boxes of ISO/IEC 14496-12 in one pass; a box's size is filled in when its body is there. */
export interface BoxWriter {
  /** Bytes so far. */
  readonly length: number
  u8(...values: number[]): void
  u16(value: number): void
  u32(...values: number[]): void
  text(value: string): void
  zeros(count: number): void
  box(name: string, body?: () => void): void
  /** A box that begins with its version (0) and flags. */
  fullBox(name: string, flags: number, body?: () => void): void
  /** A descriptor of ISO/IEC 14496-1, shorter than 128 bytes. */
  descriptor(tag: number, body: () => void): void
  /** Puts 32 bits over what stands at `at`. */
  patch(at: number, value: number): void
  bytes(): Uint8Array
}

export const boxWriter = (): BoxWriter => {
  const out: number[] = []
  const patch = (at: number, value: number): void => {
    for (let i = 0; i < 4; i++) out[at + i] = (value >>> (24 - 8 * i)) & 0xff
  }
  const u32 = (...values: number[]): void => {
    for (const value of values) patch(out.length, value)
  }
  const text = (value: string): void => {
    for (const letter of value) out.push(letter.charCodeAt(0))
  }
  const box = (name: string, body?: () => void): void => {
    const at = out.length
    u32(0)
    text(name)
    body?.()
    patch(at, out.length - at)
  }
  return {
    get length() {
      return out.length
    },
    u8: (...values) => {
      out.push(...values)
    },
    u16: (value) => {
      out.push((value >>> 8) & 0xff, value & 0xff)
    },
    u32,
    text,
    zeros: (count) => {
      for (let i = 0; i < count; i++) out.push(0)
    },
    box,
    fullBox: (name, flags, body) => {
      box(name, () => {
        u32(flags)
        body?.()
      })
    },
    descriptor: (tag, body) => {
      const at = out.push(tag, 0) - 1
      body()
      out[at] = out.length - at - 1
    },
    patch,
    bytes: () => Uint8Array.from(out),
  }
}
