import { type Generations, openGenerations } from '../generations.ts'
import { type Sound, soundAt } from './sound.ts'

/** A codec's frames, all of one size, none of which leans on another. */
export interface Frames {
  readonly bytes: number
  /** Where in the recording a frame sounds loudest, in ms. */
  middleOf(frame: number): number
  /** A frame with a sound in it. Of its last nine bytes the first eight are read by no decoder. */
  of(sound: Sound, voice: number): Uint8Array
}

/** Where the stamp begins, from the end of a frame. */
const stampBytes = 9

/** Four bytes of seven bits each, so that a stamp can never look like the start of a frame. */
const stamp = (bytes: Uint8Array, at: number, value: number): void => {
  bytes[at] = (value >>> 21) & 0x7f
  bytes[at + 1] = (value >>> 14) & 0x7f
  bytes[at + 2] = (value >>> 7) & 0x7f
  bytes[at + 3] = value & 0x7f
}

/** How many frames are laid down together: about 50 kB. */
const blockFrames = 256

/** After so many new blocks the older ones begin to be forgotten: about 10 MB of a codec are kept at most. */
const mostBlocks = 96

/** How many bytes a block has. */
export const blockBytes = ({ bytes }: Frames): number => blockFrames * bytes

/**
 * Lays the frames of a block down. Each carries the voice and its own number where no decoder looks, so that no two frames
 * are equal and a misplaced range is told by its bytes.
 */
const laid = (frames: Frames, voice: number, nth: number): Uint8Array => {
  const block = new Uint8Array(blockBytes(frames))
  for (let index = 0; index < blockFrames; index++) {
    const frame = nth * blockFrames + index
    const at = index * frames.bytes
    block.set(frames.of(soundAt(frames.middleOf(frame)), voice), at)
    const stampAt = at + frames.bytes - stampBytes
    stamp(block, stampAt, voice)
    stamp(block, stampAt + 4, frame)
  }
  return block
}

const known = new WeakMap<Frames, Generations<Uint8Array>>()

/** A block of a recording without an end: remembered and shared, so copy it and never write into it. */
export const blockOf = (frames: Frames, voice: number, nth: number): Uint8Array => {
  const blocks = known.get(frames) ?? openGenerations<Uint8Array>(mostBlocks)
  known.set(frames, blocks)
  const name = `${voice}/${nth}`
  const before = blocks.get(name)
  if (before) return before
  const made = laid(frames, voice, nth)
  blocks.set(name, made)
  return made
}
