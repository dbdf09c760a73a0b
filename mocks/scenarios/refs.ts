/** The calls every world of ours has, in the order of their numbers; `missing` is a well-formed id that nobody knows. */
export const refs = [
  'playable',
  'processing',
  'deleted',
  'failed',
  'absent',
  'missing',
  'expired',
  'foreign',
  'segments',
  'replies',
] as const
export type Ref = (typeof refs)[number]

/**
 * The fixed ids of a ref at every vendor; the last digits of a UUID are the ref's number.
 * @example fixedIds('playable').osvi // '00000000-0000-4000-8000-000000000001'
 */
export const fixedIds = (ref: Ref): Readonly<Record<string, string>> => {
  const number = String(refs.indexOf(ref) + 1).padStart(12, '0')
  const uuid = `00000000-0000-4000-8000-${number}`
  return { quo: `AC${ref}`, osvi: uuid, envoy: `call_${uuid}`, feather: uuid, voqo: ref }
}
