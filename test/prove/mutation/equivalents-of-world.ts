import type { Equivalent } from './equivalent.ts'

const at = 'mocks/world/'

/** Lines of the world of which a mutant may live, by the reason. */
export const equivalentsOfWorld: readonly Equivalent[] = [
  {
    why: 'A comparison with nothing, or with no number, is false, and a set holds neither: what asks before whether there is anything asks for the compiler.',
    lines: {
      [`${at}boundaries.ts`]: [
        [
          'from !== undefined && until !== undefined && from >= until',
          'true',
          'from !== undefined || until !== undefined',
        ],
      ],
      [`${at}lookup.ts`]: [['index !== undefined && Number(index) < population.count', 'true']],
      [`${at}retention.ts`]: [
        ['months === undefined || startedAt === null', 'false'],
        ['return term !== undefined && term <= lastInstant', 'true'],
      ],
      [`${at}usage.ts`]: [
        ['usage.accepted[key] ?? []', '["Stryker was here"]'],
        ['usage.accepted[quota.key] ?? []', '["Stryker was here"]'],
      ],
      [`${at}view.ts`]: [["typeof status === 'string' && pending.has(status)", 'true']],
    },
  },
  {
    why: 'What was read is written again and compared: whatever else was let through on the way is refused there.',
    lines: {
      [`${at}grant.ts`]: [
        ['if (!accessKeyId.startsWith(secretPrefix))', 'false'],
        ['if (value < 0)', 'false'],
      ],
      [`${at}instant.ts`]: [
        [
          'const m = /^',
          '/(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z$/',
          '/^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z/',
        ],
      ],
    },
  },
  {
    why: 'Dates are remembered so that those of one second are written once: however few or many are, each is written the same.',
    lines: {
      [`${at}instant.ts`]: [
        ['const second = Math.floor(instant / 1000)', 'instant * 1000'],
        ['if (known !== undefined) return known', 'false'],
        [
          'if (httpDates.size >= mostHttpDates)',
          'true',
          'false',
          'httpDates.size > mostHttpDates',
          'httpDates.size < mostHttpDates',
          ';',
        ],
        ['httpDates.set(second, text)', ';'],
      ],
    },
  },
  {
    why: 'A zone can only stand at the end of what is ISO 8601, all else is refused anyway, and a day is the same in UTC with and without a Z.',
    lines: {
      [`${at}instant.ts`]: [['const zoned = ', '""', '/(Z|[+-]\\d{2}:\\d{2})/']],
    },
  },
  {
    why: 'One step more, or one fewer, comes to the same: what it would add is never looked at, or stands there already.',
    lines: {
      // The whole text, which nobody takes out of a match.
      [`${at}anchor.ts`]: [['const [, sign, duration] =', '["Stryker was here"]']],
      // Five bits that are left over are written behind the last character, as they would have been within.
      [`${at}grant.ts`]: [['while (width >= 5)', 'width > 5']],
      [`${at}nearest.ts`]: [['for (let j = 0; j < b.length; j++)', 'j <= b.length']],
      // Of two changes at one instant the later listed holds, which is the end of the term.
      [`${at}retention.ts`]: [['source.changes.filter(({ at }) => at < term)', 'at <= term']],
      [`${at}usage.ts`]: [['if (leaves > at && leaves < next)', 'leaves <= next']],
    },
  },
]
