import type { Life } from '../life.ts'
import type { RecordingState } from '../recording-state.ts'

/** A word for a state, with a shape that tells it apart where colours do not. */
export interface Shape {
  readonly glyph: string
  readonly text: string
}

export const stateWords: Readonly<Record<RecordingState, Shape>> = {
  'in-progress': { glyph: '◉', text: 'recording' },
  processing: { glyph: '◔', text: 'processing' },
  ready: { glyph: '●', text: 'ready' },
  'arrives-dead': { glyph: '◌', text: 'links arrive dead' },
  failed: { glyph: '✕', text: 'failed' },
  deleted: { glyph: '⊘', text: 'deleted' },
  gone: { glyph: '∅', text: 'source gone' },
  absent: { glyph: '–', text: 'no recording' },
  unknown: { glyph: '?', text: 'unknown call' },
}

export const lifeWords: Readonly<Record<Life, Shape>> = {
  ahead: { glyph: '◇', text: 'handed out later' },
  live: { glyph: '●', text: 'live' },
  dying: { glyph: '◐', text: 'dying' },
  dead: { glyph: '✕', text: 'dead' },
}

/** What a vendor's document says of an answer. */
export const verdictWords = {
  conforms: { glyph: '✓', text: 'as documented' },
  declared: { glyph: '◇', text: 'breaks the document on purpose' },
  breaks: { glyph: '✕', text: 'breaks the document' },
  unchecked: { glyph: '–', text: 'not checked' },
} as const satisfies Readonly<Record<string, Shape>>
