/** @jsxImportSource preact */
import { useSignal } from '@preact/signals'
import type { Deck } from '../controller.ts'
import { verbOf } from '../verb-of.ts'

/** Moves the clock by words. */
export const GoTo = ({ deck }: { readonly deck: Deck }) => {
  const text = useSignal('')
  const go = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.value.trim() !== '' && (await deck.move(...verbOf(text.value)))) text.value = ''
  }
  return (
    <form class="go-to" onSubmit={(event) => void go(event)}>
      <input
        aria-label="Move the clock by a duration, or to an instant"
        placeholder="+15m, -10s, 2026-…"
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
        }}
      />
      <button type="submit">Go</button>
    </form>
  )
}
