import type { IncomingMessage } from 'node:http'
import { PlayheadError } from '../world/error.ts'
import { bodyOf } from './node-request.ts'

/** Reads the bodies of requests as text. */
export interface Bodies {
  /**
   * @param mostBytes the longest one taken
   * @param tooLarge thrown where it is longer
   * @throws PlayheadError `too-many-bodies`
   */
  read(request: IncomingMessage, mostBytes: number, tooLarge: PlayheadError): Promise<string>
}

const crowded = new PlayheadError({
  code: 'too-many-bodies',
  act: 'Cannot read another body: too much is being sent at once',
  cure: 'Send it again when the others have arrived.',
})

/**
 * Opens a reader of bodies that never holds more than so many bytes of all those that are still arriving: each alone may be
 * within its limit, and thousands at once not.
 */
export const openBodies = (mostHeldBytes: number): Bodies => {
  let held = 0
  return {
    read: async (request, mostBytes, tooLarge) => {
      let own = 0
      try {
        const body = await bodyOf(request, mostBytes, (bytes) => {
          own += bytes
          held += bytes
          if (held > mostHeldBytes) throw crowded
        })
        if (body === undefined) throw tooLarge
        return body
      } finally {
        held -= own
      }
    },
  }
}
