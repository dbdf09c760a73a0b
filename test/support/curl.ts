/** A request as a printed curl line writes it. */
export interface CurlLine {
  readonly url: string
  readonly init: RequestInit
}

const quoted = /(?:(-H|-d) )?'((?:[^']|'\\'')*)'/g

/** Reads the curl lines out of a text, as a shell would: each word in single quotes. */
export const curlLines = (text: string): readonly CurlLine[] =>
  text
    .split('\n')
    .filter((line) => line.trimStart().startsWith('curl '))
    .map((line) => {
      const words = [...line.matchAll(quoted)].map(
        ([, flag, word = '']) => [flag, word.replaceAll("'\\''", "'")] as const,
      )
      const headers = words.flatMap(([flag, word]) => {
        const colon = word.indexOf(': ')
        return flag === '-H' ? [[word.slice(0, colon), word.slice(colon + 2)] as [string, string]] : []
      })
      const data = words.find(([flag]) => flag === '-d')?.[1]
      const url = words.find(([flag]) => flag === undefined)?.[1] ?? ''
      return { url, init: { headers, ...(data === undefined ? {} : { method: 'POST', body: data }) } }
    })
