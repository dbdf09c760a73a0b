/** @jsxImportSource preact */
import { useSignal } from '@preact/signals'
import { formatElapsed } from '../../world/duration.ts'
import type { Deck } from '../controller.ts'
import type { Exhibit, Piece } from './exhibit.ts'
import { bring, perform } from './perform.ts'
import type { Shelf } from './shelf.ts'
import { stepWords } from './step-words.ts'

const who = { client: 'client', api: 'vendor', storage: 'storage', elsewhere: 'elsewhere' } as const

/** What was observed: each row takes the clock to its instant. */
const Observed = ({ deck, piece }: { deck: Deck; piece: Piece }) => {
  const now = deck.moment.value
  const start = piece.one.clock.at
  return (
    <ol class="story">
      {piece.rows?.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are never moved
        <li key={index} class={row.here ? 'here' : ''}>
          <button type="button" aria-current={row.at <= now} onClick={() => deck.seek(row.at)}>
            <time>{formatElapsed(row.at - start)}</time>
            <span class="who">{row.kind === 'note' ? 'world' : who[row.lane]}</span>
            <span>
              {row.text}
              {row.here ? <b> ← the rule is broken here</b> : null}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** A case's steps, done one after the other by the deck in the client's place. */
const Steps = ({ deck, piece, done }: { deck: Deck; piece: Piece; done: { value: number } }) => {
  const isBusy = useSignal(false)
  const { steps } = piece.one
  const isOver = done.value >= steps.length
  const go = async (count: number): Promise<void> => {
    isBusy.value = true
    for (const step of steps.slice(done.value, done.value + count)) {
      await perform(deck, piece.one, step)
      done.value += 1
    }
    isBusy.value = false
  }
  if (steps.length === 0) return <p class="hint">It has no steps: the session begins where it stood.</p>
  return (
    <>
      <ol class="story">
        {steps.map((one, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are never moved
            key={index}
            class={index < done.value ? 'done' : ''}
            aria-current={index === done.value ? 'step' : undefined}
          >
            <span class="number">{index + 1}</span>
            <span>{stepWords(one)}</span>
          </li>
        ))}
      </ol>
      <div class="buttons">
        <button type="button" disabled={isOver || isBusy.value} onClick={() => void go(1)}>
          {isOver ? 'All steps are done' : `Do step ${done.value + 1} of ${steps.length}`}
        </button>
        {isOver ? null : (
          <button type="button" class="quiet" disabled={isBusy.value} onClick={() => void go(steps.length)}>
            Do all
          </button>
        )}
      </div>
    </>
  )
}

const PieceView = ({ deck, piece, isIn }: { deck: Deck; piece: Piece; isIn: boolean }) => {
  const done = useSignal(0)
  const isHere = useSignal(isIn)
  const enter = async (): Promise<void> => {
    isHere.value = await bring(deck, piece.one)
    done.value = 0
  }
  return (
    <div class="piece">
      {piece.wrong === undefined ? null : <p>{piece.wrong}</p>}
      {piece.allowed === undefined ? null : <p class="hint">Allowed: {piece.allowed}</p>}
      <button type="button" class={isHere.value ? 'quiet' : ''} onClick={() => void enter()}>
        {isHere.value ? 'Back to its beginning' : 'Enter its world'}
      </button>
      {isHere.value && piece.rows ? <Observed deck={deck} piece={piece} /> : null}
      {isHere.value && !piece.rows ? <Steps deck={deck} piece={piece} done={done} /> : null}
      {isHere.value ? null : (
        <p class="hint">Entering replaces the world, the clock and the journal of this sandbox.</p>
      )}
    </div>
  )
}

const Pieces = ({ deck, exhibit, isIn }: { deck: Deck; exhibit: Exhibit; isIn: boolean }) => {
  const chosen = useSignal(0)
  const piece = exhibit.pieces[chosen.value]
  return (
    <>
      <p>
        <b>{exhibit.name}</b> <span class="hint">{exhibit.says}</span>
      </p>
      {exhibit.pieces.length > 1 ? (
        <fieldset class="chips" aria-label="Broken rules">
          {exhibit.pieces.map(({ title }, index) => (
            <button
              key={title}
              type="button"
              aria-pressed={index === chosen.value}
              onClick={() => {
                chosen.value = index
              }}
            >
              {title}
            </button>
          ))}
        </fieldset>
      ) : (
        <h3>{piece?.title}</h3>
      )}
      {piece ? (
        <PieceView key={`${exhibit.name} ${chosen.value}`} deck={deck} piece={piece} isIn={isIn} />
      ) : (
        <p class="hint">No rule is broken: there is nothing to step through.</p>
      )}
    </>
  )
}

/** A case or a report to step through, brought by a file, a link or the mock itself. */
export const ContractPanel = ({ deck, shelf }: { readonly deck: Deck; readonly shelf: Shelf }) => {
  const shown = shelf.shown.value
  return (
    <section class="panel" aria-labelledby="contract-title">
      <header>
        <h2 id="contract-title">Contract</h2>
        <label class="file">
          Open a case or a report
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? []
              if (file) void shelf.open(file)
              currentTarget.value = ''
            }}
          />
        </label>
      </header>
      {shown ? (
        <Pieces key={shown.count} deck={deck} exhibit={shown.exhibit} isIn={shown.isIn} />
      ) : (
        <p class="hint">
          Drop a case file or a report of <code>playhead verify</code> anywhere on this page, and step through
          what went wrong.
        </p>
      )}
    </section>
  )
}
