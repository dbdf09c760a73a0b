import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { PlayheadError } from '../world/error.ts'
import type { Instant } from '../world/instant.ts'
import { maskText } from '../world/mask.ts'
import type { Deck } from './controller.ts'
import { isBroken } from './is-broken.ts'
import type { AnswersTold, ReadyTold } from './line.ts'

/** One answer of storage to the link that is played. */
export interface Try {
  readonly at: Instant
  readonly status: number
  /** What storage says where it refuses, or how much it sent. */
  readonly says: string
}

/** A link that was handed out to the deck. */
export interface Loaded {
  readonly vendor: string
  readonly name: string
  readonly call: string
  /** Without its signature: what may be shown. */
  readonly shownUrl: string
  readonly mintedAt: Instant
  /** The newest first. */
  readonly tries: readonly Try[]
  /** What can be played of it; `undefined` where storage refused. */
  readonly sound: string | undefined
}

/** Plays a link as an app would, past the browser's cache, so that a dead link is seen to be dead. */
export interface Player {
  readonly loaded: ReadonlySignal<Loaded | undefined>
  readonly isBusy: ReadonlySignal<boolean>
  /** Asks a vendor for a link, and storage for what it leads to. */
  load(vendor: string): Promise<void>
  /** Asks storage once more. */
  fetchAgain(): Promise<void>
  close(): void
}

/** As much as a browser needs to play for a while. */
const mostBytes = 2_000_000
const mostTries = 6

type Answer = AnswersTold['answers'][number]

const linkIn = (value: unknown, storageUrl: string): string | undefined => {
  if (typeof value === 'string') return value.startsWith(storageUrl) ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const found = linkIn(part, storageUrl)
    if (found !== undefined) return found
  }
  return undefined
}

const saidIn = (xml: string): string => {
  const [, code = ''] = /<Code>([^<]*)/.exec(xml) ?? []
  const [, message = ''] = /<Message>([^<]*)/.exec(xml) ?? []
  return [code, message].filter(Boolean).join(': ')
}

/** How long somebody is waited for who may never answer, in milliseconds. */
const patienceMs = 20_000

/**
 * Opens the player of a deck; it asks storage again whenever the answer may have changed.
 * @param patience how long an answer is waited for, in milliseconds
 */
export const openPlayer = (deck: Deck, patience: number = patienceMs): Player => {
  const loaded = signal<Loaded | undefined>(undefined)
  const isBusy = signal(false)
  let link: string | undefined
  /** The stretch that storage was last asked in. */
  let seen = deck.stretch.peek()

  const check = (): void => {
    const stretch = deck.stretch.peek()
    if (stretch === seen || isBusy.peek()) return
    seen = stretch
    if (link !== undefined) void probe()
  }

  const show = (next: Loaded | undefined): void => {
    const before = loaded.peek()?.sound
    if (before !== undefined && before !== next?.sound) URL.revokeObjectURL(before)
    loaded.value = next
  }

  const fail = (act: string, cure: string): void => {
    deck.tell(new PlayheadError({ code: 'deck-no-link', act, cure }))
    link = undefined
    show(undefined)
  }

  // Without the cache: what it kept would go on playing after the link has died.
  const asked = (url: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    deck.line.fetch(url, { cache: 'no-store', headers, signal: AbortSignal.timeout(patience) })

  const tried = async (range: string): Promise<{ readonly one: Try; readonly blob: Blob | undefined }> => {
    const response = await asked(link ?? '', { range })
    const at = Date.parse(response.headers.get('date') ?? '')
    const blob = response.ok ? await response.blob() : undefined
    const says = blob
      ? (response.headers.get('content-range') ?? `${blob.size} bytes`)
      : saidIn(await response.text())
    return { one: { at: Number.isNaN(at) ? deck.now.peek() : at, status: response.status, says }, blob }
  }

  const note = (one: Try, sound: string | undefined): void => {
    const before = loaded.peek()
    if (before) show({ ...before, sound, tries: [one, ...before.tries].slice(0, mostTries) })
  }

  const busily = async (act: string, run: () => Promise<void>): Promise<void> => {
    isBusy.value = true
    try {
      await run()
    } catch (cause) {
      if (!isBroken(cause)) throw cause
      fail(
        `${act}: the connection broke (${cause.message})`,
        'See whether a disturbance is armed, and try again.',
      )
    } finally {
      isBusy.value = false
      check()
    }
  }

  const fetchAgain = (): Promise<void> =>
    busily('Cannot fetch the link', async () => {
      if (link === undefined) return
      const { one, blob } = await tried(`bytes=0-${mostBytes - 1}`)
      note(one, blob ? URL.createObjectURL(blob) : undefined)
    })

  const probe = (): Promise<void> =>
    busily('Cannot fetch the link', async () => {
      if (link === undefined) return
      const { one, blob } = await tried('bytes=0-0')
      const had = loaded.peek()?.sound
      if (blob && had === undefined) return fetchAgain()
      note(one, blob ? had : undefined)
    })

  const linkFrom = async (answer: Answer): Promise<string | undefined> => {
    const ready = await deck.line.ask<ReadyTold>('GET', 'vendors')
    const { baseUrl = '', headers = {} } = ready.vendors[answer.vendor] ?? {}
    const path = answer.path.slice(answer.vendor.length + 1)
    const response = await asked(`${baseUrl}${path}`, headers)
    const text = await response.text()
    try {
      return linkIn(JSON.parse(text), ready.storageUrl)
    } catch {
      return undefined
    }
  }

  const load = (vendor: string): Promise<void> =>
    busily(`Cannot ask ${vendor} for a link`, async () => {
      const answers = deck.answers.peek()
      const answer = answers?.answers.find((one) => one.vendor === vendor && one.asks === 'recording')
      if (!answer || !answers) return
      link = await linkFrom(answer)
      if (link === undefined)
        return fail(
          `${answer.name} gives no link to ${answers.call} now`,
          'Choose another recording, or move the clock.',
        )
      deck.tell(undefined)
      const { name } = answer
      const shownUrl = maskText(link)
      show({
        vendor,
        name,
        call: answers.call,
        shownUrl,
        mintedAt: deck.now.peek(),
        tries: [],
        sound: undefined,
      })
      await fetchAgain()
    })

  const stop = effect(() => {
    void deck.stretch.value
    untracked(check)
  })

  return {
    loaded,
    isBusy,
    load,
    fetchAgain,
    close: () => {
      stop()
      show(undefined)
    },
  }
}
