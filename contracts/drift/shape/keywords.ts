/** Keywords of which the comparison knows what they mean, beside the bounds and the constraints. */
const understood = new Set([
  'type',
  'enum',
  'const',
  'nullable',
  'properties',
  'required',
  'additionalProperties',
  'unevaluatedProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
  '$ref',
  'format',
  'pattern',
  'default',
  'readOnly',
  'writeOnly',
  'discriminator',
])

/** What only names or describes. */
const silent = new Set([
  'title',
  'description',
  'example',
  'examples',
  'deprecated',
  'externalDocs',
  'xml',
  '$id',
  '$schema',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
])

/** Keywords that ask for one more thing, which are compared as they are written. */
export const constraints: ReadonlySet<string> = new Set([
  'not',
  'contains',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
  'patternProperties',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
])

/** Counts and lengths from below: a higher one is narrower, and none is 0. */
export const lowerBounds: readonly string[] = ['minLength', 'minItems', 'minProperties']

/** Counts and lengths from above: a lower one is narrower. */
export const upperBounds: readonly string[] = ['maxLength', 'maxItems', 'maxProperties']

/** Bounds of numbers, and of how often something is held. */
const otherBounds = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minContains',
  'maxContains',
]

const known = new Set([
  ...understood,
  ...silent,
  ...constraints,
  ...lowerBounds,
  ...upperBounds,
  ...otherBounds,
  'uniqueItems',
])

/** Whether a keyword is one that nobody here can weigh. */
export const isUnknown = (keyword: string): boolean => !known.has(keyword) && !keyword.startsWith('x-')
