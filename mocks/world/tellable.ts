// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/**
 * A text that others have written as it can be told to anybody: what a terminal or an editor obeys rather than shows is
 * spelt out, line ends and tabs excepted; every line ends as ours do.
 * @example tellable('\u001b[2J') // '\\u001b[2J'
 */
export const tellable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
