import { timbres } from './partials.ts'
import { type Sound, sounds } from './sound.ts'

/**
 * Remembers the frames that a codec makes: as many as there are sounds times timbres, each made when first wanted.
 * They are shared: copy them, never write into them.
 */
export const framesOf = (make: (sound: Sound, timbre: number) => Uint8Array) => {
  const made: Uint8Array[] = []
  return (sound: Sound, voice: number): Uint8Array => {
    const timbre = voice % timbres
    const at = timbre * sounds.length + sound
    const known = made[at]
    if (known) return known
    const frame = make(sound, timbre)
    made[at] = frame
    return frame
  }
}
