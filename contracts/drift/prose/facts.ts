/** Something that a page says of the API: a kind, what it is said of, and what. */
export interface Fact {
  readonly kind: 'operation' | 'field' | 'header' | 'status'
  /** What it is said of: a path, a field's name. */
  readonly of: string
  readonly says: string
  /** Where it begins in the page. */
  readonly offset: number
}

/** Takes one kind of fact out of a page. */
type Extractor = (text: string) => readonly Fact[]

const types =
  'string|integer|int|long|number|double|float|boolean|bool|datetime|date-time|date|timestamp|uuid|uri|object|array|enum|list of [a-z]+s?|map'

const matches = (
  text: string,
  pattern: RegExp,
  fact: (groups: readonly string[]) => Omit<Fact, 'offset'> | undefined,
): readonly Fact[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const found = fact(match.slice(1).map((group) => group ?? ''))
    return found === undefined ? [] : [{ ...found, offset: match.index }]
  })

/** `GET /v1/calls/{id}`, also where the method stands on a line of its own; parameters by any spelling. */
const operations: Extractor = (text) =>
  matches(text, /\b(GET|POST|PUT|PATCH|DELETE|HEAD)\s+`?(\/[\w\-./:{}<>]*)/g, ([method = '', path = '']) => ({
    kind: 'operation',
    of: `${method} ${path.replace(/:(\w+)|<(\w+)>|\{(\w+)\}/g, '{}').replace(/[/.]+$/, '')}`,
    says: '',
  }))

/** `urlstring`, as sites that are saved as text run a name into its type; `duration_secondsdouble or null`. */
const glued: Extractor = (text) =>
  matches(
    text,
    new RegExp(
      `^([a-z][a-zA-Z0-9]*(?:_[a-z0-9]+)*?)(${types})( or null)?(Required|Optional)?(?:format: "([^"]*)")?$`,
      'gm',
    ),
    ([of = '', type = '', nullable = '', need = '', format = '']) => ({
      kind: 'field',
      of,
      says: [`${type}${nullable}`, need.toLowerCase(), format].filter((one) => one !== '').join(', '),
    }),
  )

/** `| \`url\` | string or null |` and `- \`url\` (string)`. */
const listed: Extractor = (text) =>
  matches(
    text,
    new RegExp(
      `^[|*\\- ]+\`([A-Za-z_][\\w.]*)\`\\s*[|(:]\\s*((?:${types})(?: or null|, nullable)?)\\b`,
      'gmi',
    ),
    ([of = '', says = '']) => ({ kind: 'field', of, says: says.toLowerCase() }),
  )

/** `"url": "string"` in an example of an answer: what kind of value is shown. */
const shown: Extractor = (text) =>
  matches(
    text,
    /^\d*\s*"([A-Za-z_]\w*)":\s*("[^"]*"|-?\d[\d.]*|true|false|null|[[{])/gm,
    ([of = '', value = '']) => ({
      kind: 'field',
      of: `"${of}"`,
      says: kindOf(value),
    }),
  )

const kindOf = (value: string): string => {
  if (value.startsWith('"')) return 'text'
  if (value === '[' || value === '{') return value === '[' ? 'list' : 'object'
  if (value === 'null') return 'null'
  return value === 'true' || value === 'false' ? 'boolean' : 'number'
}

/** `X-Organization-IDstring or nullOptional`, or a header by itself, with the scheme that may follow it. */
const headers: Extractor = (text) =>
  matches(
    text,
    new RegExp(
      `\\b(X-[A-Za-z-]+?|Authorization|API-Token)(?:(${types})( or null)?(Required|Optional)?$|\\s*:\\s*(Bearer|Basic)\\b|(?![\\w-]))`,
      'gm',
    ),
    ([name = '', type = '', nullable = '', need = '', scheme = '']) => ({
      kind: 'header',
      of: name.toLowerCase(),
      says: [`${type}${nullable}`, need.toLowerCase(), scheme].filter((one) => one !== '').join(', '),
    }),
  )

/** A status on a line of its own, as lists of errors have it, or in front of a dash. */
const statuses: Extractor = (text) =>
  matches(text, /^[|*\- `]*([45]\d\d)`?(?:\s*$|\s*[|—–:-]| [A-Z])/gm, ([of = '']) => ({
    kind: 'status',
    of,
    says: '',
  }))

const extractors: readonly Extractor[] = [operations, glued, listed, shown, headers, statuses]

/** Everything that a page says of the API, each once: what it is said of is told by its first place. */
export const factsIn = (text: string): readonly Fact[] => [
  ...new Map(
    extractors
      .flatMap((extract) => extract(text).toReversed())
      .map((fact) => [`${fact.kind} ${fact.of}`, fact]),
  ).values(),
]
