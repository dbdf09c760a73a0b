import { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'

/** The longest body that is looked at, in bytes, both as it came and unpacked; a longer one passes all the same. */
export const mostKeptBytes = 4 * 1024 * 1024

const unpackers = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
}

const unpacked = async (bytes: Buffer, coding: string): Promise<Buffer | undefined> => {
  let left = bytes
  const codings = coding.split(',').map((one) => one.trim().toLowerCase())
  for (const one of codings.reverse()) {
    if (one === '' || one === 'identity') continue
    if (!Object.hasOwn(unpackers, one)) return undefined
    left = await unpackers[one as keyof typeof unpackers](left, { maxOutputLength: mostKeptBytes })
  }
  return left
}

/** A body that passes through, and is kept as long as it is not too long. */
export interface BodyKeeper {
  readonly through: Transform
  /**
   * What passed, as text.
   * @param coding the header `Content-Encoding`
   * @returns nothing where it is too long, or packed in a way that cannot be unpacked
   */
  text(coding: string): Promise<string | undefined>
}

/** Lets a body through, byte for byte, and keeps a copy. @param onEnd called before the end is passed on */
export const keepBody = (onEnd: () => void): BodyKeeper => {
  const pieces: Buffer[] = []
  let length = 0
  return {
    through: new Transform({
      transform(piece: Buffer, _encoding, done) {
        length += piece.length
        if (length <= mostKeptBytes) pieces.push(piece)
        else pieces.length = 0
        done(null, piece)
      },
      flush(done) {
        onEnd()
        done()
      },
    }),
    text: async (coding) => {
      if (length > mostKeptBytes) return undefined
      try {
        return (await unpacked(Buffer.concat(pieces), coding))?.toString('utf8')
      } catch {
        // What cannot be unpacked is passed on all the same, and not looked at.
        return undefined
      }
    },
  }
}
