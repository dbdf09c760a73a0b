/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'
import type { Player } from '../player.ts'
import { Answers } from './answers.tsx'
import { ClockBar } from './clock-bar.tsx'
import { ContractPanel } from './contract-panel.tsx'
import { Journal } from './journal.tsx'
import { Lanes } from './lanes.tsx'
import { Notice } from './notice.tsx'
import { PlayerPanel } from './player-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import type { Shelf } from './shelf.ts'
import { WorldPanel } from './world-panel.tsx'

/** The whole deck. */
export const App = (props: { readonly deck: Deck; readonly player: Player; readonly shelf: Shelf }) => {
  const { deck, player, shelf } = props
  const { sandbox = 'default' } = deck.timeline.value ?? {}
  return (
    <>
      <header class="top">
        <h1>
          <i class="mark" aria-hidden="true" />
          Playhead
          {sandbox === 'default' ? null : <small>sandbox {sandbox}</small>}
        </h1>
        <ClockBar deck={deck} />
      </header>
      <Notice deck={deck} />
      <main>
        <Lanes deck={deck} />
        <div class="columns">
          <div>
            <Answers deck={deck} player={player} />
            <PlayerPanel deck={deck} player={player} />
            <ContractPanel deck={deck} shelf={shelf} />
          </div>
          <div>
            <Journal deck={deck} />
            <WorldPanel deck={deck} />
            <SharePanel deck={deck} />
          </div>
        </div>
      </main>
    </>
  )
}
