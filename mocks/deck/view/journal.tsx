/** @jsxImportSource preact */
import { useSignal } from '@preact/signals'
import { toIso } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import type { EntryTold, ReadyTold } from '../line.ts'
import { download } from './download.ts'
import { EntryRow } from './entry-row.tsx'
import { harOf } from './har-of.ts'

const filters = {
  all: { text: 'All', holds: () => true },
  refused: { text: 'Refused', holds: ({ response }: EntryTold) => response.status >= 400 },
  misses: {
    text: 'Near misses',
    holds: ({ origin, operation }: EntryTold) => origin === 'api' && operation === undefined,
  },
} as const satisfies Record<string, { text: string; holds: (entry: EntryTold) => boolean }>
type Filter = keyof typeof filters

/** The most rows drawn. */
const mostRows = 100

const save = async (deck: Deck, held: readonly EntryTold[]): Promise<void> => {
  const { url, storageUrl } = await deck.line.ask<ReadyTold>('GET', 'vendors')
  const time = toIso(deck.now.value).slice(0, 19).replaceAll(':', '-')
  download(
    `playhead-${time}.har`,
    harOf(held, { sandbox: deck.timeline.value?.sandbox ?? 'default', api: url, storage: storageUrl }),
  )
}

/** Every exchange as it happens, the newest first. */
export const Journal = ({ deck }: { readonly deck: Deck }) => {
  const chosen = useSignal<Filter>('all')
  const held = deck.entries.value.filter(filters[chosen.value].holds)
  const names = Object.keys(filters) as Filter[]
  return (
    <section class="panel journal-panel" aria-labelledby="journal-title">
      <header>
        <h2 id="journal-title">
          Journal <small>{deck.entries.value.length} exchanges</small>
        </h2>
        <fieldset class="segmented" aria-label="Exchanges to show">
          {names.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={chosen.value === name}
              onClick={() => {
                chosen.value = name
              }}
            >
              {filters[name].text}
            </button>
          ))}
        </fieldset>
        <div class="tools">
          <button type="button" disabled={held.length === 0} onClick={() => void save(deck, held)}>
            Export HAR
          </button>
          <button type="button" class="quiet" onClick={() => void deck.change('DELETE', 'journal')}>
            Clear
          </button>
        </div>
      </header>
      {held.length === 0 ? (
        <p class="hint">
          {deck.entries.value.length === 0
            ? 'Nothing has been asked yet. Point your app at this mock, and every exchange appears here.'
            : 'None of the exchanges is of this kind.'}
        </p>
      ) : (
        <ol class="journal" reversed>
          {held
            .slice(-mostRows)
            .toReversed()
            .map((entry) => (
              <EntryRow key={entry.seq} entry={entry} deck={deck} />
            ))}
        </ol>
      )}
    </section>
  )
}
