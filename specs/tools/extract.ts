import { PlayheadError } from '../../mocks/world/error.ts'

/** A fence of backticks that says `yaml`, as documentation sites write an operation's document into its page. */
const fencedYaml = /^(?<fence>`{3,})yaml\b[^\n]*\n(?<body>[\s\S]*?)^\k<fence>[ \t]*$/gm

/**
 * Takes the OpenAPI document out of a vendor's page: the text between the one YAML fence, byte for byte.
 * @throws PlayheadError `no-fenced-yaml` where the page holds none, or several.
 * @example extractYaml('````yaml GET /a\nopenapi: 3.1.0\n````') // 'openapi: 3.1.0\n'
 */
export const extractYaml = (page: string): string => {
  const found = [...page.matchAll(fencedYaml)].map((match) => match.groups?.body ?? '')
  const [body] = found
  if (body === undefined || found.length > 1) {
    throw new PlayheadError({
      code: 'no-fenced-yaml',
      act: `Cannot take the document out of the page: it holds ${found.length} YAML fences, not one`,
      cure: 'Save the page as Markdown (most documentation sites serve it under the same address with .md added).',
    })
  }
  return body
}
