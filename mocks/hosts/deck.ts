/**
 * The entry `playhead/deck`: the deck within a page, over a backend that lives in that page, such as the one that MSW's
 * handlers answer from.
 * @module
 */
import { style } from '../../generated/deck/assets.ts'
import { mount } from '../deck/view/mount.tsx'
import type { Backend } from '../sandboxes.ts'
import { pageLine } from './page-line.ts'

/** How a deck is put into a page. */
export interface MountDeckOptions {
  /** Whose session is shown. @default 'default' */
  readonly sandbox?: string
}

/**
 * Draws the deck into an element of a page, in a shadow of its own, so that neither's styles reach the other.
 * @param backend the one that the page's requests are answered from
 * @returns takes it away again
 * @example
 * const backend = createBackend({ origins: realOrigins })
 * await setupWorker(...handlers(backend)).start()
 * mountDeck(document.body.appendChild(document.createElement('aside')), backend)
 */
export const mountDeck = (
  into: HTMLElement,
  backend: Backend,
  { sandbox = 'default' }: MountDeckOptions = {},
): (() => void) => {
  const shadow = into.shadowRoot ?? into.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  shadow.adoptedStyleSheets = [sheet]
  const deck = document.createElement('div')
  deck.id = 'deck'
  shadow.append(deck)
  const end = mount(deck, pageLine(backend, sandbox))
  return () => {
    end()
    deck.remove()
  }
}
