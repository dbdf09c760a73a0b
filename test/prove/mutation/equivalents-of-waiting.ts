import type { Equivalent } from './equivalent.ts'

const at = 'contracts/clients/'
const shapes = 'contracts/clients/shapes/'

/** Lines of how the reference clients wait, share and give up of which a mutant may live, by the reason. */
export const equivalentsOfWaiting: readonly Equivalent[] = [
  {
    why: 'Nobody has to try again, and who does may pause as it likes: no page says how often or how long.',
    lines: {
      [`${at}correct.ts`]: [
        'const pauseMs = (failed',
        'if (tries >= mostTries)',
        'const growing =',
        "if (failed === 'lost') return growing",
        'if (failed.status !== 429)',
        'status === 408 || status === 425',
        'told * 1000 > longestWaitMs',
      ],
      [`${shapes}resuming.ts`]: ['if (connections < mostConnections) await bench.sleep'],
      [`${shapes}single-flight.ts`]: [
        "const pauseMs = outcome.kind === 'unavailable'",
        'if (pauseMs === undefined) return outcome',
        'for (let tries = 0; ; tries++)',
      ],
      [`${at}question.ts`]: ['if (pause === undefined) return', 'if (pause > 0) await bench.sleep'],
      [`${shapes}polling.ts`]: ['for (const pauseMs of pausesMs)', "if (outcome.kind !== 'processing')"],
    },
  },
  {
    why: 'Who paces itself more than it has to asks later, and gets the same answers.',
    lines: {
      [`${at}correct.ts`]: ['sent.filter((at) => at > now - windowMs'],
      [`${at}pace.ts`]: ['let sent: readonly Instant[]', 'sent = [...sent, now].slice'],
    },
  },
  {
    why: 'What was taken back is looked at in several places, one behind the other: the next one stops it as well.',
    lines: {
      [`${at}pace.ts`]: ['signal.throwIfAborted()'],
      [`${at}question.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
      [`${at}time-limit.ts`]: ['inner.abort(outer?.reason)'],
      [`${shapes}no-cache.ts`]: ['if (signal.aborted) throw error'],
      [`${shapes}put-question.ts`]: [
        'if (signal.aborted) throw error',
        // Whoever took it back waits no longer, and no answer of it is judged.
        ['} catch (error) {', '{}'],
      ],
      [`${shapes}polling.ts`]: ['options.signal ?? bench.signal'],
      [`${shapes}resuming.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
      [`${shapes}single-flight.ts`]: ['signal.throwIfAborted()'],
      [`${at}transfer.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
    },
  },
  {
    why: 'Listeners, timers and promises that are left behind do nothing any more: nobody sees them.',
    lines: {
      [`${at}flights.ts`]: [
        "signal.addEventListener('abort', leave",
        'flight.landing.then(resolve, reject)',
        'if (open.get(key)?.control === control)',
        'landing.catch(() => {})',
      ],
      [`${at}time-limit.ts`]: [
        'if (outer?.aborted) abort()',
        "outer?.addEventListener('abort'",
        'if (limitMs < Number.POSITIVE_INFINITY)',
        '} finally {',
        'over.abort(done)',
        "outer?.removeEventListener('abort'",
      ],
    },
  },
  {
    why: 'Who never waits can only pass on what it is asked: a pace is judged of those alone that keep one.',
    lines: {
      [`${shapes}turns.ts`]: [
        ['return () => {', '{}'],
        ['free = mine.then(', '() => undefined'],
      ],
    },
  },
]
