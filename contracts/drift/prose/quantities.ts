const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const tens: Readonly<Record<string, number>> = {
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  hundred: 100,
}

/** Units by what they are called; those of time in milliseconds, so that 900 seconds are 15 minutes. */
const units: readonly (readonly [RegExp, string | number])[] = [
  [/^(ms|milliseconds?)$/, 1],
  [/^(s|secs?|seconds?)$/, 1000],
  [/^(m|mins?|minutes?)$/, 60_000],
  [/^(h|hrs?|hours?)$/, 3_600_000],
  [/^(d|days?)$/, 86_400_000],
  [/^weeks?$/, 604_800_000],
  [/^months?$/, 'month'],
  [/^years?$/, 'year'],
  [/^(requests?|calls?)$/, 'request'],
  [/^(kb|kib)$/, 'kB'],
  [/^(mb|mib|megabytes?)$/, 'MB'],
  [/^(gb|gib|gigabytes?)$/, 'GB'],
]

const long =
  'ms|milliseconds?|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|requests?|calls?(?= per)|[kmg]i?b|megabytes?|gigabytes?'

/** One letter is a unit only right behind its number. */
const pattern = new RegExp(
  `\\b(\\d[\\d,]*(?:\\.\\d+)?|[a-z]+(?:-[a-z]+)?)(?:[ -]?(${long})|(?<=\\d)([smhd]))\\b`,
  'gi',
)

/** Most texts name no unit at all, which is seen faster than that they name no quantity. */
const anyUnit = new RegExp(`(?:${long}|\\d[smhd])\\b`, 'i')

const inOrder: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
]

/** A length of time in the largest unit it is a whole number of. @example durationText(900_000) // '15 min' */
export const durationText = (ms: number): string => {
  const [size, unit] = inOrder.find(([one]) => ms > 0 && ms % one === 0) ?? [1, 'ms']
  return `${ms / size} ${unit}`
}

const numberOf = (text: string): number | undefined => {
  const word = text.toLowerCase()
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''))
  const n = words.indexOf(word)
  return n >= 0 ? n : tens[word]
}

/**
 * Lengths of time, counts of requests and sizes that a text names, each once and in order: `15 min`, `60 request`.
 * @example quantitiesIn('It expires after fifteen minutes (15 min).') // ['15 min']
 */
export const quantitiesIn = (text: string): readonly string[] => {
  if (!anyUnit.test(text)) return []
  const found = [...text.matchAll(pattern)].flatMap(([, amount = '', word = '', letter = '']) => {
    const number = numberOf(amount)
    const unit = units.find(([matches]) => matches.test((word || letter).toLowerCase()))?.[1]
    if (number === undefined || unit === undefined) return []
    return [typeof unit === 'number' ? durationText(number * unit) : `${number} ${unit}`]
  })
  return [...new Set(found)].sort()
}

/** How many milliseconds one of a field is, where its name says that it holds how long something lives. */
export const lifetimeUnit = (name: string): number | undefined => {
  if (!/expires?_?in|ttl|lifetime|valid_?for|max_?age/i.test(name)) return undefined
  return /_?ms$|millis/i.test(name) ? 1 : 1000
}
