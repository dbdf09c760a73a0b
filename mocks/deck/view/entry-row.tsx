/** @jsxImportSource preact */
import { toIso } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import type { EntryTold } from '../line.ts'
import { CopyButton } from './copy-button.tsx'
import { curlFor } from './curl-for.ts'
import { verdictWords } from './words.ts'

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

/** What Playhead says to a path that nobody has: which one comes nearest. */
export const nearMiss = ({ response, operation, origin }: EntryTold): string | undefined => {
  if (operation !== undefined || origin !== 'api') return undefined
  return /"cure":"([^"]*)"/.exec(response.body ?? '')?.[1]
}

const Headers = ({ name, headers }: { name: string; headers: Readonly<Record<string, string>> }) => (
  <>
    <h4>{name}</h4>
    <pre>
      {Object.entries(headers)
        .map(([field, value]) => `${field}: ${value}`)
        .join('\n')}
    </pre>
  </>
)

/** One exchange on one line, which opens to all that was said. */
export const EntryRow = ({ entry, deck }: { readonly entry: EntryTold; readonly deck: Deck }) => {
  const { request, response, verdict } = entry
  const { glyph, text } = verdictWords[verdict.kind]
  const miss = nearMiss(entry)
  const [path = ''] = request.path.split('?')
  return (
    <li class={response.status >= 400 ? 'entry bad' : 'entry'}>
      <details>
        <summary>
          <time>{toIso(entry.at).slice(11, 23)}</time>
          <b class="status">{response.status}</b>
          <span class="who">{entry.origin === 'storage' ? 'storage' : (entry.vendor ?? '–')}</span>
          <span class="what">
            {entry.operation ?? `${request.method} ${path}`}
            {entry.call === undefined ? '' : ` (${entry.call})`}
          </span>
          <span class={`verdict ${verdict.kind}`} title={verdict.why ?? text}>
            <span aria-hidden="true">{glyph}</span>
            <span class="sr">{text}</span>
          </span>
          {entry.trouble === undefined ? null : <span class="trouble">⚡ {entry.trouble}</span>}
          {miss === undefined ? null : <span class="miss">{miss}</span>}
        </summary>
        <div class="entry-body">
          <code class="path">
            {request.method} {request.path}
          </code>
          <p class={`verdict ${verdict.kind}`}>
            {glyph} {text}
            {verdict.why === undefined ? '' : `: ${verdict.why}`}
          </p>
          <Headers name="Request headers" headers={request.headers} />
          <Headers name="Response headers" headers={response.headers} />
          <h4>Response body</h4>
          <pre>{response.body === undefined ? `${response.bytes ?? 0} bytes` : pretty(response.body)}</pre>
          <CopyButton text={() => curlFor(entry, deck)}>Copy as curl</CopyButton>
        </div>
      </details>
    </li>
  )
}
