import { type ReadonlySignal, signal } from '@preact/signals'
import { PlayheadError } from '../../world/error.ts'
import type { Deck } from '../controller.ts'
import { type Exhibit, jsonIn, readExhibit } from './exhibit.ts'
import { fromHash } from './session-link.ts'

/** What lies there to be stepped through. */
export interface Shown {
  readonly exhibit: Exhibit
  /** Whether its world stands already, as where the mock was started with it. */
  readonly isIn: boolean
  /** Counts up: each one brought is looked at anew. */
  readonly count: number
}

/** Where cases and reports are brought to. */
export interface Shelf {
  readonly shown: ReadonlySignal<Shown | undefined>
  /** Reads a file, and shows what is wrong with one that is none. */
  open(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void>
  /** Takes what the mock was started with, or what the page's own address brings. */
  start(hash: string): Promise<void>
}

/** Larger than any report of ours. */
const mostBytes = 50_000_000

export const openShelf = (deck: Deck): Shelf => {
  const shown = signal<Shown | undefined>(undefined)

  const show = (name: string, json: unknown, isIn: boolean): void => {
    shown.value = { exhibit: readExhibit(name, json), isIn, count: (shown.peek()?.count ?? 0) + 1 }
    deck.tell(undefined)
  }

  const trying = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run()
    } catch (error) {
      if (!(error instanceof PlayheadError)) throw error
      deck.tell(error)
    }
  }

  return {
    shown,
    open: (file) =>
      trying(async () => {
        if (file.size > mostBytes)
          throw new PlayheadError({
            code: 'deck-file-too-large',
            act: `Cannot open ${JSON.stringify(file.name)}: it has ${file.size} bytes`,
            cure: `Give a case file or a report of at most ${mostBytes} bytes.`,
          })
        show(file.name, jsonIn(file.name, await file.text()), false)
      }),
    start: (hash) =>
      trying(async () => {
        const text = await fromHash(hash)
        if (text !== undefined) return show('The session in this link', jsonIn('the link', text), false)
        const { exhibit } = await deck.line.ask<{ readonly exhibit: unknown }>('GET', 'exhibit')
        if (exhibit !== null) show('What the mock was started with', exhibit, true)
      }),
  }
}
