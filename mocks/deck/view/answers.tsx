/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'
import type { AnswersTold } from '../line.ts'
import type { Player } from '../player.ts'
import { verdictWords } from './words.ts'

type Answer = AnswersTold['answers'][number]

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

/** Outcomes after which there is nothing to wait for, and nobody to blame. */
const final = new Set(['absent', 'deleted', 'failed', 'expired', 'not-found'])

/** What an answer comes to, as a colour: something plays, something may come, nothing ever does, somebody refuses. */
const toneOf = ({ outcome }: Answer): string => {
  if (outcome === 'playable' || outcome === 'replies') return 'good'
  if (outcome === 'processing') return 'pending'
  return final.has(outcome) ? 'none' : 'bad'
}

const Card = ({ answer, deck, player }: { answer: Answer; deck: Deck; player: Player }) => {
  const { kind, why } = answer.verdict
  const { glyph, text } = verdictWords[kind]
  return (
    <li class={`answer ${toneOf(answer)}`}>
      <div class="answer-head">
        <h3>
          {answer.name}
          {answer.asks === 'replies' ? <small> replies</small> : null}
        </h3>
        <span class="status">{answer.status}</span>
      </div>
      <p class={`verdict ${kind}`}>
        <b class="outcome">{answer.outcome}</b> <span aria-hidden="true">{glyph}</span> {text}
        {why === undefined ? null : <span class="why">: {why}</span>}
        {answer.trouble === undefined ? null : <span class="trouble"> ⚡ {answer.trouble}</span>}
      </p>
      <details>
        <summary>body{answer.assumes.length > 0 ? ` and ${answer.assumes.length} assumed` : ''}</summary>
        <code class="path">
          {answer.method} {answer.path}
        </code>
        <pre>{pretty(answer.body ?? '(none)')}</pre>
        {answer.assumes.length > 0 ? (
          <ul class="assumes" aria-label={`What ${answer.name} does not publish and Playhead assumes`}>
            {answer.assumes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : null}
      </details>
      {answer.asks === 'recording' ? (
        <button
          type="button"
          class="mint"
          disabled={player.isBusy.value}
          title={`Ask ${answer.name} as an app would, and play the link it gives`}
          onClick={() => void player.load(answer.vendor)}
        >
          <span class="icon play" aria-hidden="true" /> Play<span class="sr"> what {answer.name} gives</span>
        </button>
      ) : null}
      {deck.connected.value ? null : <span class="sr">This is what was last heard.</span>}
    </li>
  )
}

/** What each vendor would answer about the chosen call at this moment. */
export const Answers = ({ deck, player }: { readonly deck: Deck; readonly player: Player }) => {
  const told = deck.answers.value
  return (
    <section class="panel" aria-labelledby="answers-title">
      <header>
        <h2 id="answers-title">
          Answers now <small>about {told?.call ?? '…'}</small>
        </h2>
      </header>
      <ul class="answers">
        {told?.answers.map((answer) => (
          <Card key={`${answer.vendor} ${answer.asks}`} answer={answer} deck={deck} player={player} />
        ))}
      </ul>
    </section>
  )
}
