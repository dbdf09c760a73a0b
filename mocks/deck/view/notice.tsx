/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'

/** What went wrong, with its cure; and whether the mock is still there. */
export const Notice = ({ deck }: { readonly deck: Deck }) => {
  const refused = deck.notice.value
  return (
    <div class="notices" aria-live="assertive">
      {deck.connected.value ? null : (
        <p class="notice">
          <b>The mock does not answer.</b> What you see is what was last heard; this page goes on by itself
          when it is back.
        </p>
      )}
      {refused ? (
        <p class="notice">
          <b>{refused.act}.</b> {refused.cure}
          <button type="button" class="quiet" onClick={() => deck.tell(undefined)}>
            Dismiss
          </button>
        </p>
      ) : null}
    </div>
  )
}
