/** @jsxImportSource preact */
import { render } from 'preact'
import { openDeck } from '../controller.ts'
import type { Line } from '../line.ts'
import { openPlayer } from '../player.ts'
import { App } from './app.tsx'
import { watchDrops } from './drops.ts'
import { watchWidth } from './narrow.ts'
import { openShelf } from './shelf.ts'

/** How often time is drawn where little is to move, in milliseconds. */
const calmMs = 1000

/** Draws time in every frame, or once a second for those who want little to move. */
const animate = (tick: () => void): (() => void) => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = (): void => {
    tick()
    if (calm.matches) timer = setTimeout(next, calmMs)
    else frame = requestAnimationFrame(next)
  }
  next()
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Draws the deck into an element. @returns takes it away again */
export const mount = (into: HTMLElement, line: Line): (() => void) => {
  const deck = openDeck(line)
  const player = openPlayer(deck)
  const shelf = openShelf(deck)
  const ends = [watchWidth(), watchDrops(into, shelf.open), deck.start(), animate(deck.tick), player.close]
  render(<App deck={deck} player={player} shelf={shelf} />, into)
  void shelf.start(location.hash)
  return () => {
    for (const end of ends) end()
    render(null, into)
  }
}
