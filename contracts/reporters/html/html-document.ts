import { createHash } from 'node:crypto'
import { escaped } from '../markup.ts'

/** What a document of HTML is made of. */
export interface HtmlParts {
  readonly title: string
  readonly style: string
  /** Nothing runs where left out. */
  readonly script?: string
  /** HTML already. */
  readonly body: string
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is fetched, and nothing runs but what stands in the page as it was written. */
const policyOf = ({ style, script }: HtmlParts): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A whole document in one file. */
export const htmlDocument = (parts: HtmlParts): string => {
  const { title, style, script, body } = parts
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policyOf(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>`
}
