const newline = 10

/** The longest line that can be a message; of a longer one only the beginning is kept, as noise. */
export const mostLineBytes = 4_000_000

const keptOfLong = 2000

const decoder = new TextDecoder()

/** Cuts a stream of bytes into lines, wherever its pieces end; bytes that are no UTF-8 are replaced. */
export const openLines = (
  onLine: (line: string) => void,
): { readonly push: (bytes: Uint8Array) => void; readonly end: () => void } => {
  let pieces: readonly Uint8Array[] = []
  let length = 0
  let tooLong = false

  const flush = (): void => {
    const bytes = Buffer.concat(pieces)
    const line = decoder.decode(tooLong ? bytes.subarray(0, keptOfLong) : bytes).replace(/\r$/, '')
    pieces = []
    length = 0
    tooLong = false
    if (line.trim() !== '') onLine(line)
  }

  const add = (bytes: Uint8Array): void => {
    if (tooLong || bytes.length === 0) return
    pieces = [...pieces, bytes]
    length += bytes.length
    tooLong = length > mostLineBytes
  }

  return {
    push: (bytes) => {
      let from = 0
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
        add(bytes.subarray(from, at))
        flush()
        from = at + 1
      }
      add(bytes.subarray(from))
    },
    end: flush,
  }
}
