/** A text whose form can be seen, and nothing else of it: traffic holds what is nobody's business. */
export const redacted = (value: string): string =>
  value.slice(0, 60).replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '9').replace(/\p{C}/gu, ' ')
