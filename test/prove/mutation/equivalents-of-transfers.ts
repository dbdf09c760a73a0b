import type { Equivalent } from './equivalent.ts'

const at = 'contracts/clients/'
const shapes = 'contracts/clients/shapes/'

/** Lines of how the reference clients download of which a mutant may live, by the reason. */
export const equivalentsOfTransfers: readonly Equivalent[] = [
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
        "if (tried.kind === 'failed')",
        ["if (tried.kind === 'restart') {", 'true'],
        ['if (progress.from === 0 &&', 'false', 'true', 'progress.from !== 0', '{}', '""'],
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
      [`${at}correct.ts`]: [
        ['isInPlace: (begins, asked)', 'false'],
        ['isSameObject: (had, got)', 'false'],
      ],
      [`${at}transfer.ts`]: [
        [
          'const isOfAnother = isPart &&',
          'true',
          'isPart || progress.pieces.length > 0',
          'progress.pieces.length >= 0',
        ],
        '...(at > 0 ? { range:',
        'Number(/^bytes',
      ],
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
    why: 'Nobody publishes what to say of a segment that is asked for and does not play: its own state, unknown and unavailable are all fair.',
    lines: {
      [`${at}client-with.ts`]: [['if (!wanted.url) return', 'true', 'false', "wanted.state !== 'ready'"]],
      [`${shapes}wanted-segment.ts`]: [['return { missing: { kind:', 'true', "state !== 'ready'"]],
    },
  },
  {
    why: 'A download owes its bytes: which type it says they are of is not judged.',
    lines: {
      [`${shapes}no-cache.ts`]: [
        ["contentType: response.headers.get('content-type')", "response.headers.get('content-type') && ''"],
      ],
    },
  },
]
