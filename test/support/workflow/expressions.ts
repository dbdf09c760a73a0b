/** What the expressions of a workflow may speak of: dotted name to value. */
export type Contexts = Readonly<Record<string, string>>

const expression = /\$\{\{\s*(.*?)\s*\}\}/g

/** Every expression in a text, without its braces. */
export const expressionsIn = (text: string): readonly string[] =>
  [...text.matchAll(expression)].map(([, inner = '']) => inner)

/** The dotted names in an expression: `inputs.client`. */
export const namesIn = (inner: string): readonly string[] =>
  inner.replace(/'[^']*'/g, '').match(/[a-z_]+(\.[A-Za-z_-]+)+/g) ?? []

/** Puts values for the expressions of a text; one that nobody knows is an error, as actionlint has it. */
export const filledIn = (text: string, contexts: Contexts): string =>
  text.replace(expression, (_, inner: string) => {
    if (inner === 'always()') return 'true'
    const [name = '', given] = inner.split(/\s*==\s*/)
    const value = contexts[name]
    if (value === undefined) throw new Error(`nothing is called ${name}`)
    return given === undefined ? value : String(`'${value}'` === given || value === contexts[given])
  })
