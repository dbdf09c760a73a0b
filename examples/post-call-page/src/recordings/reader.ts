import type { Answer } from './ask.ts'
import type { Nothing, Recording, Replies } from './outcome.ts'

/** One vendor's words: what is asked for, and how answers are read. `undefined` is what no vendor would say. */
export interface Reader {
  recordingPath(id: string): string
  readRecording(answer: Answer): Recording | undefined
  /** Reads a 404, where the vendor has several. */
  readMissing?(json: unknown): Nothing
  repliesPath?(id: string): string
  readReplies?(answer: Answer): Replies | undefined
}
