/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'
import { Disturbances } from './disturbances.tsx'

/** Which world stands, and what goes wrong in it. */
export const WorldPanel = ({ deck }: { readonly deck: Deck }) => {
  const { current = '', scenarios = [] } = deck.scenarios.value ?? {}
  const title = scenarios.find(({ name }) => name === current)?.title
  return (
    <section class="panel" aria-labelledby="world-title">
      <header>
        <h2 id="world-title">Scenario</h2>
      </header>
      <fieldset class="chips" aria-label="Named worlds">
        {scenarios.map((one) => (
          <button
            key={one.name}
            type="button"
            aria-pressed={one.name === current}
            title={one.title}
            onClick={() => void deck.change('PUT', 'scenario', { name: one.name })}
          >
            {one.name}
          </button>
        ))}
      </fieldset>
      <p class="hint">
        {title ?? 'A world of your own.'} A change begins around the clock’s now, with an empty journal.
      </p>
      <Disturbances deck={deck} />
    </section>
  )
}
