import { fromIso } from '../world/instant.ts'

/** A JSON schema whose references are resolved, as generated/ has them. */
export type Schema = unknown

type Rules = Readonly<Record<string, unknown>>
type Check = (rule: never, value: unknown, schema: Rules, at: string) => string | undefined

const isRules = (schema: Schema): schema is Rules => typeof schema === 'object' && schema !== null

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const isOf = (type: string, value: unknown): boolean =>
  typeOf(value) === type || (type === 'number' && typeof value === 'number')

const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => text.includes('T') && fromIso(text.replace(/(\.\d{3})\d+/, '$1')) !== undefined,
  uri: (text) => URL.canParse(text),
  uuid: isUuid,
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const first = <T>(items: readonly T[], faultOf: (item: T, index: number) => string | undefined) => {
  for (const [index, item] of items.entries()) {
    const fault = faultOf(item, index)
    if (fault !== undefined) return fault
  }
  return undefined
}

const whole = (at: string): string => (at === '' ? 'the body' : at)

const matching = (schemas: readonly Schema[], value: unknown): number =>
  schemas.filter((one) => faultIn(one, value) === undefined).length

const checks: Readonly<Record<string, Check>> = {
  type: (rule: string | readonly string[], value, _schema, at) =>
    [rule].flat().some((one) => isOf(one, value))
      ? undefined
      : `${whole(at)} is ${typeOf(value)}, not ${[rule].flat().join(' or ')}`,
  enum: (rule: readonly unknown[], value, _schema, at) =>
    rule.some((one) => equal(one, value)) ? undefined : `${whole(at)} is none of the values listed`,
  const: (rule: unknown, value, _schema, at) =>
    equal(rule, value) ? undefined : `${whole(at)} is not ${JSON.stringify(rule)}`,
  required: (rule: readonly string[], value, _schema, at) =>
    isObject(value)
      ? first(rule, (name) => (Object.hasOwn(value, name) ? undefined : `${whole(at)} lacks ${name}`))
      : undefined,
  properties: (rule: Rules, value, _schema, at) =>
    isObject(value)
      ? first(Object.entries(rule), ([name, one]) =>
          Object.hasOwn(value, name) ? faultIn(one, value[name], `${at}/${name}`) : undefined,
        )
      : undefined,
  additionalProperties: (rule: Schema, value, schema, at) =>
    isObject(value)
      ? first(Object.keys(value), (name) => {
          if (isRules(schema.properties) && Object.hasOwn(schema.properties, name)) return undefined
          if (rule === false) return `${whole(at)} has ${name}, which the document does not know`
          return faultIn(rule, value[name], `${at}/${name}`)
        })
      : undefined,
  items: (rule: Schema, value, _schema, at) =>
    Array.isArray(value) ? first(value, (item, index) => faultIn(rule, item, `${at}/${index}`)) : undefined,
  minItems: (rule: number, value, _schema, at) =>
    Array.isArray(value) && value.length < rule ? `${whole(at)} has fewer than ${rule} items` : undefined,
  minimum: (rule: number, value, _schema, at) =>
    typeof value === 'number' && value < rule ? `${whole(at)} is below ${rule}` : undefined,
  maximum: (rule: number, value, _schema, at) =>
    typeof value === 'number' && value > rule ? `${whole(at)} is above ${rule}` : undefined,
  pattern: (rule: string, value, _schema, at) =>
    typeof value === 'string' && !new RegExp(rule, 'u').test(value)
      ? `${whole(at)} does not match ${rule}`
      : undefined,
  format: (rule: string, value, _schema, at) =>
    typeof value === 'string' && formats[rule]?.(value) === false ? `${whole(at)} is no ${rule}` : undefined,
  allOf: (rule: readonly Schema[], value, _schema, at) => first(rule, (one) => faultIn(one, value, at)),
  anyOf: (rule: readonly Schema[], value, _schema, at) =>
    matching(rule, value) > 0 ? undefined : `${whole(at)} fits none of its ${rule.length} forms`,
  oneOf: (rule: readonly Schema[], value, _schema, at) => {
    const fitting = matching(rule, value)
    return fitting === 1 ? undefined : `${whole(at)} fits ${fitting} of its ${rule.length} forms, not one`
  },
}

/** The keywords that are looked at; all others are passed over. */
export const knownKeywords: readonly string[] = Object.keys(checks)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === 'object'

/**
 * What is wrong with a value by a JSON schema, in a few words; `undefined` where nothing is. It holds the keywords that
 * vendors' documents use, needs no code made at run time (pages with a strict policy forbid that), and stops at the first.
 * @param at where the value stands, as a JSON pointer
 * @example faultIn({ type: 'object', required: ['url'] }, {}) // 'the body lacks url'
 */
export const faultIn = (schema: Schema, value: unknown, at = ''): string | undefined =>
  isRules(schema)
    ? first(Object.entries(schema), ([keyword, rule]) => checks[keyword]?.(rule as never, value, schema, at))
    : undefined
