import type { Equivalent } from './equivalent.ts'

const at = 'contracts/clients/'
const shapes = 'contracts/clients/shapes/'

/** Lines of what the reference clients ask and understand of which a mutant may live, by the reason. */
export const equivalentsOfClients: readonly Equivalent[] = [
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
        // No type has the name of another within it.
        ['isMedia: (type) =>', '/((audio|video)\\/|(application|binary)\\/octet-stream)/'],
      ],
      [`${at}alive.ts`]: ['segment.expiresAt === undefined ? segment'],
      // Whoever asks hands a signal over.
      [`${at}flights.ts`]: [['if (!signal) return flight.landing', 'false']],
      [`${shapes}put-question.ts`]: ['reader.repliesPath?.(code)', 'reader.readReplies?.(reply.json)'],
      [`${shapes}resuming.ts`]: [
        'const reader = response.body?.getReader()',
        'for (let next = await reader?.read()',
        'const nothingFrom =',
        "const contentType = headers.get('content-type') ?? ''",
      ],
      [`${shapes}no-cache.ts`]: [
        "response.headers.get('content-length') ?? bytes.length",
        // What has no type is taken for no recording before.
        ["contentType: response.headers.get('content-type')", '"Stryker was here!"'],
      ],
      [`${at}transfer.ts`]: [
        "const type = response.headers.get('content-type') ?? ''",
        "policy.mediaUrl(segment.url ?? '')",
        'const reader = response.body?.getReader()',
        'for (let next = await reader?.read()',
      ],
      [`${at}client-with.ts`]: [
        'const vendor = vendorNamed(',
        'operation?.path.replace',
        // No segment is ready and without a URL.
        ['if (!wanted.url) return', '""'],
      ],
      [`${shapes}wanted-segment.ts`]: [['return { missing: { kind:', 'false', '""']],
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
      [`${at}transfer.ts`]: [
        'policy.wholeReplaces ? begin(0)',
        ['return { kind: isOfAnother && !policy.restartsWithAnother', '""', 'false'],
      ],
    },
  },
  {
    why: 'A segment that does not play, or no longer, has no URL and no end that anybody could use: its own word is not judged.',
    lines: {
      [`${at}alive.ts`]: ['const expired =', "state: 'expired'", 'segment.expiresAt !== undefined &&'],
      [`${shapes}readers/quo.ts`]: [["stateOf[status] ?? 'unknown'", '""']],
    },
  },
  {
    why: 'An outcome may leave out how long to wait: who reads it otherwise waits by a pause of its own.',
    lines: {
      [`${shapes}put-question.ts`]: [['readStatus(response, json', 'told.askedAt - told.aheadMs']],
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
    why: 'A Date knows whole seconds, and an answer is under way for some time: within both, each reading is fair.',
    lines: {
      [`${at}correct.ts`]: ['const least = date -', 'return least <= 0 && most >= 0'],
      [`${shapes}clock-ahead.ts`]: ['const halfWay =', 'return Math.abs(ahead) <= halfWay'],
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
  {
    why: 'An answer that never came, read as one without a status, is unknown: as fair as unavailable.',
    lines: {
      [`${at}client-with.ts`]: [["if (answered === 'lost') return policy.lost()", 'false', '""']],
    },
  },
  {
    why: 'At the vendors whose 404 is looked into it has two meanings: absent and not found are both fair.',
    lines: {
      [`${shapes}put-question.ts`]: [
        ['(response.status === 404 && json', 'true', 'false', 'json === undefined'],
      ],
    },
  },
  {
    why: 'A recording without a URL plays nowhere, and is unknown: fair wherever there is none.',
    lines: {
      [`${shapes}readers/envoy.ts`]: [['if (url === undefined) return', 'false']],
      [`${shapes}readers/voqo.ts`]: [['return url === undefined ?', 'false']],
    },
  },
  {
    why: 'Nobody has to follow a redirect: who does not has met an outage, which is fair to say.',
    lines: {
      [`${at}redirects.ts`]: [['const nextUrl =', '{}']],
    },
  },
  {
    why: 'An id may be refused, or sent as one encoded segment: of dots that come encoded both are right.',
    lines: {
      [`${at}correct.ts`]: [['const isDots =', '/^(\\.|%(25)2e)*$/i']],
    },
  },
  {
    why: 'Only the vendor that tells no ends shows several segments: of those with an end there is one alone.',
    lines: {
      [`${at}alive.ts`]: [
        ['!outcome.segments.some(', 'outcome.segments.every(({ expiresAt = now + 1 }) => expiresAt <= now)'],
      ],
    },
  },
  {
    why: 'Done although there is nothing to do, or left to the end of a block, it comes to the same.',
    lines: {
      // What plays is folded to the same once more.
      [`${at}alive.ts`]: [
        ['!outcome.segments.some(', 'now - 1', 'true'],
        ['|| aheadMs === 0', 'false'],
      ],
      [`${shapes}put-question.ts`]: [['} catch {', '{}']],
      // A word that stands in no list is as unknown as none.
      [`${shapes}readers/quo.ts`]: [['page.output.data.map(({ status', '"Stryker was here!"']],
    },
  },
]
