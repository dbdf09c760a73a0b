/** A name that stands in a document, and not somebody's data used as one. */
const isName = (name: string): boolean => /^[A-Za-z_]\w{0,40}(-[A-Za-z]+){0,4}(\[\w{0,20}\])*$/.test(name)

/** A name as it is where it looks like one, else its form. */
export const nameShown = (name: string): string => (isName(name) ? name : redacted(name))

/** A text whose form can be seen, and nothing else of it: traffic holds what is nobody's business. */
export const redacted = (value: string): string =>
  value.slice(0, 60).replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '9').replace(/\p{C}/gu, ' ')
