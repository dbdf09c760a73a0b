// The part of SARIF 2.1.0 (OASIS, section 3) that a report uses, as JSON Schema: closed, so that nothing else slips in.

const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})

const array = (items: object) => ({ type: 'array', items })
const text = { type: 'string' }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const message = closed({ text }, ['text'])
const multiformat = closed({ text, markdown: text }, ['text'])

const location = closed({
  message,
  physicalLocation: closed(
    {
      artifactLocation: closed({ uri: { type: 'string', format: 'uri-reference' } }),
      region: closed({ startLine: { type: 'integer', minimum: 1 } }),
    },
    ['artifactLocation'],
  ),
  logicalLocations: array(closed({ name: text, kind: text })),
})

const rule = closed(
  {
    id: text,
    shortDescription: multiformat,
    help: multiformat,
    defaultConfiguration: closed({ level }),
  },
  ['id'],
)

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: array(location),
    codeFlows: array(
      closed(
        {
          threadFlows: {
            ...array(closed({ locations: { ...array(closed({ location })), minItems: 1 } }, ['locations'])),
            minItems: 1,
          },
        },
        ['threadFlows'],
      ),
    ),
    partialFingerprints: { type: 'object', additionalProperties: text },
    suppressions: array(closed({ kind: { enum: ['inSource', 'external'] }, justification: text }, ['kind'])),
  },
  ['message'],
)

const invocation = closed(
  {
    executionSuccessful: { type: 'boolean' },
    exitCode: { type: 'integer' },
    toolExecutionNotifications: array(closed({ level, message }, ['message'])),
  },
  ['executionSuccessful'],
)

export const sarifSchema = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: array(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: text,
                  semanticVersion: text,
                  rules: { ...array(rule), uniqueItems: true },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          invocations: array(invocation),
          results: array(result),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
)
