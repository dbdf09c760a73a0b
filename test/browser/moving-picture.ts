// Its one export is called the default.
import gifenc from 'gifenc'
import { PNG } from 'pngjs'

/** One picture of a moving one. */
export interface Frame {
  readonly png: Buffer
  /** How long it is shown, in milliseconds. */
  readonly ms: number
}

/** One colour is kept for "as it was". */
const mostColours = 127

/** Pixels as four bytes each, on their own memory as gifenc wants them. */
const pixelsOf = (png: Buffer) => {
  const { width, height, data } = PNG.sync.read(png)
  return { width, height, pixels: new Uint8Array(data) }
}

/** An animated GIF of frames of one size; of each but the first only what has changed is kept. */
export const movingPicture = (frames: readonly Frame[]): Uint8Array => {
  const read = frames.map(({ png, ms }) => ({ ...pixelsOf(png), ms }))
  const all = new Uint8Array(read.reduce((sum, { pixels }) => sum + pixels.length, 0))
  let length = 0
  for (const { pixels } of read) {
    all.set(pixels, length)
    length += pixels.length
  }
  const palette = gifenc.quantize(all, mostColours)
  const same = palette.length
  const encoder = gifenc.GIFEncoder()
  let before: Uint8Array | undefined
  for (const { width, height, pixels, ms } of read) {
    const whole = gifenc.applyPalette(pixels, palette)
    const changed = before
      ? whole.map((colour, index) => (colour === before?.[index] ? same : colour))
      : whole
    encoder.writeFrame(changed, width, height, {
      // The last colour is never seen.
      palette: [...palette, [0, 0, 0]],
      delay: ms,
      transparent: before !== undefined,
      transparentIndex: same,
      dispose: 1,
    })
    before = whole
  }
  encoder.finish()
  return encoder.bytes()
}
