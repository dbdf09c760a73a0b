import type { Effect } from '../world/disturbance.ts'

/** A disturbance as the deck offers it: one switch. */
export interface Trouble {
  readonly id: string
  readonly text: string
  readonly role: 'api' | 'storage'
  readonly effect: Effect
}

/** What can go wrong at the press of a switch; anything else is armed through the control API. */
export const troubles: readonly Trouble[] = [
  {
    id: 'deck-503',
    text: 'API answers 503',
    role: 'api',
    effect: { kind: 'status', status: 503, told: 'untold' },
  },
  {
    id: 'deck-429',
    text: 'API answers 429, wait 30 s',
    role: 'api',
    effect: { kind: 'status', status: 429, retryAfterSeconds: 30, told: 'header' },
  },
  { id: 'deck-slow', text: 'API answers after 3 s', role: 'api', effect: { kind: 'slow-headers', ms: 3000 } },
  {
    id: 'deck-html',
    text: 'HTML in place of JSON',
    role: 'api',
    effect: { kind: 'body', as: 'html', status: 200 },
  },
  {
    id: 'deck-hollow',
    text: 'A 200 that says it failed',
    role: 'api',
    effect: { kind: 'hollow', as: 'success-false' },
  },
  { id: 'deck-new-fields', text: 'Fields nobody knows', role: 'api', effect: { kind: 'new-fields' } },
  {
    id: 'deck-die-early',
    text: 'Links die before their end',
    role: 'storage',
    effect: { kind: 'die-early' },
  },
  {
    id: 'deck-cut',
    text: 'Downloads break off',
    role: 'storage',
    effect: { kind: 'reset', at: 'mid-body' },
  },
  {
    id: 'deck-trickle',
    text: 'Downloads trickle, 50 kB/s',
    role: 'storage',
    effect: { kind: 'trickle', bytesPerSecond: 50_000 },
  },
]
