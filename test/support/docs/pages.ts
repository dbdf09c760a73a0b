import { partOf, readTree } from '../house/tree.ts'
import { type Block, blocksOf } from './blocks.ts'

/** A page that somebody wrote, and its blocks of code. */
export interface Page {
  /** From the project's folder: `docs/tutorial.md`. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Every page with code in it. Pages of rules are made, and have none. */
export const pagesWithBlocks = (): readonly Page[] =>
  [...partOf(readTree(), (path) => /^(README|docs\/(?!rules\/).*)\.md$/.test(path))]
    .map(([path, text]) => ({ path, text, blocks: blocksOf(text) }))
    .filter(({ blocks }) => blocks.length > 0)
