import { moveSession } from '../clock-verbs.ts'
import { firstState } from '../sandboxes/start.ts'
import type { Session } from '../session.ts'
import { readStart, type WrittenStart } from './written-start.ts'

/** What a story may ask for: `parameters: { playhead: { scenario: 'expired', advance: '15m' } }`. */
export interface PlayheadParameters extends WrittenStart {
  /** How far the clock is moved on, once the world stands: `15m`, or milliseconds. */
  readonly advance?: string | number | undefined
}

/**
 * A loader for Storybook: before each story is shown, its session begins anew as its parameters say, so that no story sees
 * what another has left.
 * @throws PlayheadError `unknown-scenario`, `bad-instant`, `bad-duration`, `bad-world`
 * @example export const loaders = [playheadLoader((await startWorker()).session)]
 */
export const playheadLoader =
  (session: Session) =>
  async ({
    parameters: { playhead = {} },
  }: {
    readonly parameters: { readonly playhead?: PlayheadParameters }
  }): Promise<object> => {
    const { advance, ...written } = playhead
    const now = Date.now()
    const state = await firstState(await readStart(written, now), now)
    await session.change(() => ({ ...state, forget: { journal: true, usage: true } }))
    if (advance !== undefined) await moveSession(session, 'advance', advance)
    return {}
  }
