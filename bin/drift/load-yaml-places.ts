import { isAlias, isCollection, isMap, isPair, isScalar, parseDocument } from 'yaml'
import type { FindOffsets } from './find-offsets.ts'

/** What YAML holds, and where. */
interface ReadYaml {
  readonly json: unknown
  readonly offsets: FindOffsets
}

const beginOf = (node: unknown): number | undefined =>
  isCollection(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

type Parsed = ReturnType<typeof parseDocument>

const offsetOf = (document: Parsed, pointer: string): number | undefined => {
  let node: unknown = document.contents
  let begin = beginOf(node)
  for (const step of stepsOf(pointer)) {
    const value = isAlias(node) ? node.resolve(document) : node
    if (!isCollection(value)) return begin
    const pair = isMap(value)
      ? value.items.find(({ key }) => isScalar(key) && String(key.value) === step)
      : value.items[Number(step)]
    node = isPair(pair) ? pair.value : pair
    begin = (isPair(pair) ? beginOf(pair.key) : beginOf(pair)) ?? begin
  }
  return begin
}

/**
 * Reads YAML 1.2. Aliases that would grow without bounds are refused by the parser.
 * @throws Error what the parser says
 */
export const readYaml = (text: string): ReadYaml => {
  // Node would be told of odd keys by warnings, and print them in between.
  const document = parseDocument(text, { merge: true, logLevel: 'error' })
  const [error] = document.errors
  if (error) throw error
  return {
    json: document.toJS(),
    offsets: (pointers) =>
      new Map(
        [...pointers].flatMap((pointer) => {
          if (!/^(\/|$)/.test(pointer)) return []
          const offset = offsetOf(document, pointer)
          return offset === undefined ? [] : [[pointer, offset] as const]
        }),
      ),
  }
}
