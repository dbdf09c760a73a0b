/** Keeps a text from a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/**
 * A request that works as printed, pasted into a shell.
 * @example curlOf('http://127.0.0.1:4010/osvi/v1/call/c1/recording', { 'api-token': 'playhead-osvi-16' })
 */
export const curlOf = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): string =>
  [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    quoted(url),
  ].join(' ')
