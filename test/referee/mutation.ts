import type { WireResponse } from '../../mocks/world/exchange.ts'

/** A field of a JSON body by the names that lead to it; members of a list all stand under `*`. */
export interface Field {
  readonly holder: Record<string, unknown>
  readonly name: string
  /** `data.*.url`. */
  readonly path: string
}

/** One way to spoil an answer. */
export type Mutation =
  | { readonly kind: 'drop' | 'rename' | 'retype'; readonly at: number; readonly path: string }
  | { readonly kind: 'status'; readonly to: number }

export const mutationKinds = [
  'drop',
  'rename',
  'retype',
  'status',
] as const satisfies readonly Mutation['kind'][]

/** The fields of a body, outer ones first, in a fixed order. */
const fieldsOf = (value: unknown, path = ''): readonly Field[] => {
  if (Array.isArray(value)) return value.flatMap((member) => fieldsOf(member, `${path}*.`))
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.entries(holder).flatMap(([name, inner]) => [
    { holder, name, path: `${path}${name}` },
    ...fieldsOf(inner, `${path}${name}.`),
  ])
}

/** A value of another JSON type than any document here gives the field: no nullable one is a boolean, no text is. */
const retyped = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : true

const bodyOf = ({ body }: WireResponse): unknown => JSON.parse(String(body))

const undocumented = [202, 409, 418, 501]

/** Every way to spoil an answer in one place. @param statuses those its document lists */
export const mutationsOf = (response: WireResponse, statuses: readonly number[]): readonly Mutation[] => [
  ...fieldsOf(bodyOf(response)).flatMap(({ path }, at) =>
    (['drop', 'rename', 'retype'] as const).map((kind) => ({ kind, at, path })),
  ),
  ...[...statuses, ...undocumented].flatMap((to) =>
    to === response.status ? [] : [{ kind: 'status' as const, to }],
  ),
]

/** The answer, spoilt. */
export const mutated = (response: WireResponse, mutation: Mutation): WireResponse => {
  if (mutation.kind === 'status') return { ...response, status: mutation.to }
  const body = bodyOf(response)
  const field = fieldsOf(body)[mutation.at]
  if (!field) throw new Error(`There is no field ${mutation.at}`)
  const { holder, name } = field
  if (mutation.kind === 'retype') holder[name] = retyped(holder[name])
  else {
    if (mutation.kind === 'rename') holder[`${name}_`] = holder[name]
    delete holder[name]
  }
  return { ...response, body: JSON.stringify(body) }
}
