/** Query parameters that are a right in themselves; the semicolon ends the `&amp;` of escaped XML. */
const rights =
  /([?&;](?:X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|X-Goog-Security-Token|Signature)=)[^&"'\\\s<]+/gi

/** The part of a plain link's path that nobody can guess, and the session it may name. */
const unguessable = /(\/PHAK[A-Z2-7]*\.)[0-9a-f]{32}(?:\.[^/"'\\\s<]+)?(?=\/)/g

/** The key that storage repeats to whoever sent it beside a signed URL. */
const repeated = /(<ArgumentName>Authorization<\/ArgumentName><ArgumentValue>)[^<]+/g

/** Words in the name of a header whose value is a secret, whoever sends it: vendors from outside have keys of their own. */
const secretWord = /(^|[-_])(authorization|cookie|token|secret|password|api-?key|key)($|[-_])/

/** What stands for a secret. */
export const mask = '•••'

/** A text without the rights that signed URLs in it carry, and without a key that storage repeats. */
export const maskText = (text: string): string =>
  text.replace(rights, `$1${mask}`).replace(unguessable, `$1${mask}`).replace(repeated, `$1${mask}`)

/**
 * Headers without their secrets; of a key the last two characters stay, so that two keys can be told apart.
 * @example maskHeaders({ 'x-api-key': 'playhead-feather' }) // { 'x-api-key': '•••er' }
 */
export const maskHeaders = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretWord.test(name) ? `${mask}${value.length > 8 ? value.slice(-2) : ''}` : maskText(value),
    ]),
  )
