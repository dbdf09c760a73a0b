/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'
import { CopyButton } from './copy-button.tsx'
import { download } from './download.ts'
import { toHash } from './session-link.ts'
import { sharedCase } from './shared-case.ts'

/** The whole session, for somebody else to stand where you stand. */
export const SharePanel = ({ deck }: { readonly deck: Deck }) => (
  <section class="panel" aria-labelledby="share-title">
    <header>
      <h2 id="share-title">Share</h2>
    </header>
    <div class="buttons">
      <button
        type="button"
        onClick={() =>
          void sharedCase(deck).then((one) =>
            download('playhead-session.json', `${JSON.stringify(one, null, 2)}\n`),
          )
        }
      >
        Save as a case file
      </button>
      <CopyButton
        text={async () => {
          const url = new URL(location.href)
          url.hash = await toHash(JSON.stringify(await sharedCase(deck)))
          return url.href
        }}
      >
        Copy a link
      </CopyButton>
    </div>
    <p class="hint">
      World, clock and counts, without keys of your own. The link works with any mock at this address;{' '}
      <code>playhead mock --case FILE</code> stands the file up anywhere.
    </p>
  </section>
)
