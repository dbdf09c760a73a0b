import type { Backend } from '../sandboxes.ts'
import type { ControlResponse } from './define.ts'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Playhead</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="deck.css">
<script type="module" src="deck.js"></script>
</head>
<body>
<div id="deck"><noscript>The deck is a program: let this page run its script, or use the command line.</noscript></div>
</body>
</html>
`

/** Nothing runs but the deck's own script, and it reaches nothing but this mock; a sound is played from memory. */
const policyFor = ({ api, storage }: Backend['origins']): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${api} ${storage}`,
    `media-src 'self' ${storage} blob:`,
    "img-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const root = '/__playhead'

/** The deck's own files; `undefined` for any other path. They are loaded where somebody opens it. */
export const deckFile = async (
  { origins }: Backend,
  method: string,
  path: string,
): Promise<ControlResponse | undefined> => {
  if (method !== 'GET') return undefined
  const headers = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': policyFor(origins),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
  const sent = (type: string, body: string): ControlResponse => ({
    status: 200,
    headers: { ...headers, 'content-type': `${type}; charset=utf-8` },
    body,
  })
  switch (path) {
    case root:
      // Relative, so that a sandbox's prefix stays.
      return { status: 308, headers: { ...headers, location: '__playhead/' }, body: '' }
    case `${root}/`:
      return sent('text/html', page)
    case `${root}/deck.js`:
      return sent('text/javascript', (await import('../../generated/deck/assets.ts')).script)
    case `${root}/deck.css`:
      return sent('text/css', (await import('../../generated/deck/assets.ts')).style)
    default:
      return undefined
  }
}
