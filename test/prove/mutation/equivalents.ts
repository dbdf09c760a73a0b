import type { Equivalent } from './equivalent.ts'
import { equivalentsOfRules } from './equivalents-of-rules.ts'
import { equivalentsOfWorld } from './equivalents-of-world.ts'

const at = 'contracts/clients/'
const shapes = 'contracts/clients/shapes/'

/** Lines of which a mutant may live, by the reason: of the reference clients, of the rules and of the world. */
export const equivalents: readonly Equivalent[] = [
  {
    why: 'Nobody has to keep an answer, nor as long as it may be kept: asking again is always right.',
    lines: {
      [`${at}client-with.ts`]: [
        'segments.flatMap(({ expiresAt }) => expiresAt ?? [])',
        'shelf.delete(id)',
        'else shelf.set(id',
        'if (kept && policy.isFresh',
      ],
      [`${at}correct.ts`]: ['kept.expiresAt !== undefined && kept.fetchedAt <= now', 'Math.min(30_000'],
    },
  },
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
    why: 'Nobody publishes which refusal by storage means what: expired, unavailable and unknown are all fair.',
    lines: {
      [`${shapes}no-cache.ts`]: [
        "response.status === 404 || response.status === 410 ? 'expired'",
        "if (isDeadUrl(response, body)) return 'refused'",
      ],
      [`${shapes}resuming.ts`]: [
        "if (isDeadUrl(response, body)) return 'refused'",
        'if (status === 404 || status === 410)',
        ['if (status === 416)', 'true'],
        'return status >= 500 || status === 408',
        "if (left === 'gone')",
        "if (left === 'failed')",
        ['if (endOf(part) === 0)', 'false', '{}', '""'],
        ["return isRecording(response) ? 'no-such-range'", '""'],
      ],
      [`${shapes}storage-answers.ts`]: ['status === 401 || status === 403'],
      [`${at}transfer.ts`]: [
        "if (tried.kind === 'gone')",
        "if (tried.kind === 'failed')",
        ["if (tried.kind === 'restart') {", 'true'],
        ['if (progress.from === 0 &&', 'false', '{}', '""'],
        "const failed = tried.kind === 'limited'",
        'if (pause === undefined) return',
        ["if (tried.kind !== 'restart')", 'true', '""'],
        "return { kind: 'broken' }",
        'if (status === 401 || status === 403',
        'if (status === 404 || status === 410)',
        ['if (status === 416 &&', 'true', 'status === 416 || policy.restartsPastTheEnd'],
        'if (status === 429)',
        'return { kind: status >= 500',
        "return { kind: 'failed' }",
      ],
    },
  },
  {
    why: 'A part is never owed, and is looked at twice: by If-Range before it comes, and by its place and its ETag when it is there. Without the one or the other the bytes are the same.',
    lines: {
      [`${shapes}resuming.ts`]: [
        'if (at === 0) return {}',
        'return { range:',
        'const begins =',
        'const isSame =',
        ['return Number(begins) === endOf(part)', 'false'],
        ['if (before) return await readInto', 'true'],
      ],
      [`${at}transfer.ts`]: [
        '...(at > 0 ? { range:',
        'Number(/^bytes',
        ['(!policy.isInPlace(placeOf(response)', 'true'],
      ],
    },
  },
  {
    why: 'A body that nobody wants is let go of: whether it is read, cancelled or left is not seen by anybody.',
    lines: {
      [`${shapes}no-cache.ts`]: [
        "const body = await response.text().catch(() => '')",
        'await response.body?.cancel()',
      ],
      [`${shapes}put-question.ts`]: ['const body = await (response.ok'],
      [`${shapes}resuming.ts`]: [
        "const body = await response.text().catch(() => '')",
        'await response.body?.cancel()',
      ],
      [`${at}question.ts`]: ['body: response.status < 400'],
      [`${at}redirects.ts`]: ['await response.body?.cancel()'],
      [`${at}transfer.ts`]: [
        "const body = await response.text().catch(() => '')",
        'await response.body?.cancel()',
      ],
    },
  },
  {
    why: 'What is guarded against does not come to pass: such a value is always there, or never.',
    lines: {
      [`${at}correct.ts`]: [
        'if (date === undefined) return 0',
        "const date = fromHttpDate(headers.date ?? '')",
        'vendor.decodeReplies?.(answered, now)',
      ],
      [`${at}alive.ts`]: ['segment.expiresAt === undefined ? segment'],
      [`${shapes}put-question.ts`]: ['reader.repliesPath?.(code)', 'reader.readReplies?.(reply.json)'],
      [`${shapes}resuming.ts`]: [
        'const reader = response.body?.getReader()',
        'for (let next = await reader?.read()',
        'const nothingFrom =',
        "const contentType = headers.get('content-type') ?? ''",
      ],
      [`${shapes}no-cache.ts`]: ["response.headers.get('content-length') ?? bytes.length"],
      [`${at}transfer.ts`]: [
        "const type = response.headers.get('content-type') ?? ''",
        "policy.mediaUrl(segment.url ?? '')",
        'const reader = response.body?.getReader()',
        'for (let next = await reader?.read()',
      ],
      [`${at}client-with.ts`]: ['const vendor = vendorNamed(', 'operation?.path.replace'],
      [`${shapes}clock-ahead.ts`]: [
        'if (written === undefined) return 0',
        "const written = fromHttpDate(date ?? '')",
      ],
      [`${shapes}reader-for.ts`]: [
        'if (reader) return reader',
        'throw new PlayheadError',
        "code: 'unknown-vendor'",
        'act: `Cannot connect',
        'cure: `Name one of',
      ],
      [`${shapes}readers/feather.ts`]: [
        'expiresAt: seconds === undefined',
        'durationSeconds: ms === undefined',
      ],
      [`${shapes}readers/osvi.ts`]: ['const expiresAt = seconds === undefined'],
      [`${shapes}readers/envoy.ts`]: ['expiresAt: end === undefined'],
      [`${shapes}readers/reader.ts`]: ['([, value]) => value !== undefined'],
      [`${shapes}storage-answers.ts`]: ["headers.get('content-type') ?? ''"],
    },
  },
  {
    why: 'It is what wrong clients decide otherwise; each reference decides it one way.',
    lines: {
      [`${at}client-with.ts`]: [
        "if (outcome.kind !== 'playable') return outcome",
        'if (policy.forgetsRefused)',
        'if (policy.repliesNeedRecording)',
      ],
      [`${at}transfer.ts`]: ['policy.wholeReplaces ? begin(0)'],
    },
  },
  {
    why: 'A segment that plays no longer has no URL and no end that anybody could use: its own word is not judged.',
    lines: {
      [`${at}alive.ts`]: ['const expired =', "state: 'expired'", 'segment.expiresAt !== undefined &&'],
    },
  },
  {
    why: 'An outcome may leave out how long to wait: who reads it otherwise waits by a pause of its own.',
    lines: {
      [`${shapes}read-status.ts`]: [
        'const retrySeconds =',
        'if (told === null)',
        'test(told)) return Number(told)',
        'return date === undefined',
        "return { kind: 'rate-limited'",
      ],
    },
  },
  {
    why: 'No answer is ever of that kind at a vendor whose reader this is: its document does not know it.',
    lines: {
      [`${shapes}readers/error-texts.ts`]: [
        'export const errorTexts',
        "if (typeof value === 'string')",
        "if (typeof value !== 'object'",
      ],
      [`${shapes}read-status.ts`]: ['kind: status >= 500 || status < 400'],
      [`${at}redirects.ts`]: ['return response.status >= 300 && response.status < 400'],
    },
  },
  {
    why: 'A key that is dropped although it might have gone along costs an answer, and nobody was promised one.',
    lines: {
      [`${at}redirects.ts`]: [
        'const sameOrigin =',
        'if (sameOrigin) await turn',
        'for (let hops = 0',
        'hops === mostHops',
      ],
    },
  },
  {
    why: 'What was taken back is looked at in several places, one behind the other: the next one stops it as well.',
    lines: {
      [`${at}flights.ts`]: ['reject(signal.reason)'],
      [`${at}pace.ts`]: ['signal.throwIfAborted()'],
      [`${at}question.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
      [`${at}time-limit.ts`]: ['inner.abort(outer?.reason)'],
      [`${shapes}no-cache.ts`]: ['if (signal.aborted) throw error'],
      [`${shapes}put-question.ts`]: ['if (signal.aborted) throw error'],
      [`${shapes}polling.ts`]: ['options.signal ?? bench.signal'],
      [`${shapes}resuming.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
      [`${shapes}single-flight.ts`]: ['signal.throwIfAborted()'],
      [`${at}transfer.ts`]: ['if (signal.aborted) throw error', 'signal.throwIfAborted()'],
    },
  },
  {
    why: 'A Date knows whole seconds, and an answer is under way for some time: within both, each reading is fair.',
    lines: {
      [`${at}correct.ts`]: ['const least = date -', 'return least <= 0 && most >= 0'],
      [`${shapes}clock-ahead.ts`]: ['const halfWay =', 'return Math.abs(ahead) <= halfWay'],
    },
  },
  {
    why: 'Whether all has come is told twice, by the end of the body and by its length, and what is thrown away is fetched again.',
    lines: {
      [`${shapes}no-cache.ts`]: ['if (bytes.length !== promised)'],
      [`${shapes}resuming.ts`]: [
        'let done = false',
        'const got = endOf(grown)',
        'return { part: grown, done: done',
        'return { part, done: false }',
      ],
      [`${at}transfer.ts`]: ['} catch {', 'return { pieces, complete: false }'],
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
    why: 'A line more in the log, an operation more that no vendor has: nobody asks for either.',
    lines: {
      [`${at}client-with.ts`]: [
        'if (line !== undefined) bench.log',
        'if (!vendor.decodeReplies) return client',
      ],
      [`${shapes}logging.ts`]: ['if (!fine.has(outcome.kind))'],
    },
  },
  ...equivalentsOfRules,
  ...equivalentsOfWorld,
]
