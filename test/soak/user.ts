import { type Instant, toIso } from '../../mocks/world/instant.ts'
import { type Draw, draw } from '../../mocks/world/seed.ts'
import { openWay, type Question, type Seen } from './asking.ts'
import { looksExpected, looksOf, wrongWith } from './check.ts'
import { doorKinds, openDoor } from './door.ts'
import { type AskedRef, askedRefs, type VendorId, vendorIds } from './expected.ts'
import { linkOf, urlIn } from './link-in.ts'
import { type Expected, type Link, openModel } from './model.ts'
import { recordingPath } from './recording-path.ts'
import { asTold, someTrouble } from './troubles.ts'

/** What every user of a soak shares. */
export interface Scene {
  readonly url: string
  readonly start: Instant
  readonly seed: number
  /** The recording of a link, byte for byte, as it was first heard. */
  readonly recordingOf: (link: Link) => Buffer | undefined
  /** Counts one answer that was checked. */
  readonly checked: (what: string) => void
}

/** One user, alone in a sandbox of their own. */
export interface User {
  /** Does one thing, and checks every answer to it. @throws Error where one is wrong */
  readonly act: () => Promise<void>
  /** Checks what can only be seen at the end, and leaves. */
  readonly leave: () => Promise<void>
}

const day = 86_400_000
const mostLinks = 30
const mostBurst = 12

export const openUser = async (scene: Scene, number: number): Promise<User> => {
  const { url, start, seed, recordingOf, checked } = scene
  const { below, of }: Draw = draw(seed, 'user', number)
  const way = openWay()
  const name = `user-${number}`
  const kind = doorKinds[number % doorKinds.length] ?? 'prefix'
  const door = await openDoor(way, url, name, kind)
  const model = openModel(start)
  const links: Link[] = []
  let troubles = 0

  const wrong = (what: string, why: string): Error =>
    new Error(`${name} (by ${kind}) at ${toIso(model.now())}, ${what}: ${why}`)

  const control = async (method: string, path: string, json?: unknown): Promise<Record<string, unknown>> => {
    const seen = await way.ask({
      url: `${url}/~${name}/__playhead/${path}`,
      method,
      ...(json === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
    })
    if (seen.ends !== 'whole' || seen.status >= 300)
      throw wrong(
        `${method} ${path}`,
        `${seen.status} ${seen.ends} ${seen.body.toString('utf8').slice(0, 300)}`,
      )
    checked('control')
    return JSON.parse(seen.body.toString('utf8'))
  }

  const lookAt = (vendor: VendorId, ref: AskedRef, goodKey: boolean): Question => {
    const { headers = {}, refs = {} } = door.vendors[vendor] ?? {}
    const keys = goodKey ? headers : Object.fromEntries(Object.keys(headers).map((one) => [one, 'nobody']))
    return {
      url: `${url}${door.prefix}${recordingPath(vendor, refs[ref] ?? '')}`,
      headers: { ...door.headers, ...keys },
    }
  }

  const check = (what: string, seen: Seen, expected: Expected, media?: Buffer): void => {
    const why = wrongWith(seen, expected, model.now(), media)
    if (why !== undefined) throw wrong(what, why)
    checked(expected.media ? 'media' : 'look')
  }

  const keep = (vendor: VendorId, ref: AskedRef, seen: Seen): void => {
    const link = seen.ends === 'whole' && seen.status === 200 ? urlIn(seen.body) : undefined
    if (link === undefined) return
    links.push(linkOf(link, vendor, ref, model.now()))
    if (links.length > mostLinks) links.shift()
  }

  const look = async (): Promise<void> => {
    const [vendor, ref] = [of(vendorIds), of(askedRefs)]
    // A key that nobody knows leads to nobody's sandbox, where no prefix and no header does.
    const goodKey = below(12) > 0 || kind === 'minted'
    const question = lookAt(vendor, ref, goodKey)
    const expected = model.look(vendor, ref, goodKey)
    const seen = await way.ask({ ...question, alone: expected.ends === 'reset' })
    check(`looking at ${ref} of ${vendor}`, seen, expected)
    keep(vendor, ref, seen)
  }

  /** The same many times at once: which of them meets what is chance, how many do is not. */
  const burst = async (): Promise<void> => {
    const [vendor, ref] = [of(vendorIds), of(askedRefs)]
    const question = lookAt(vendor, ref, true)
    const times = Array.from({ length: 2 + below(mostBurst - 1) })
    const wanted = times.map(() => looksExpected(model.look(vendor, ref, true), model.now())).toSorted()
    const seen = await Promise.all(times.map(() => way.ask({ ...question, alone: true })))
    const came = seen.map(looksOf).toSorted()
    if (JSON.stringify(came) !== JSON.stringify(wanted))
      throw wrong(
        `${times.length} looks at ${ref} of ${vendor} at once`,
        `they are ${JSON.stringify(came)}, and should be ${JSON.stringify(wanted)}`,
      )
    for (const _ of times) checked('burst')
  }

  /** Mostly one that should play now. */
  const someLink = (): Link | undefined => {
    const alive = links.filter(({ from, until }) => from <= model.now() && model.now() < until)
    const among = alive.length > 0 && below(4) > 0 ? alive : links
    return among[below(Math.max(1, among.length))]
  }

  const play = async (): Promise<void> => {
    const link = someLink()
    if (!link) return look()
    const recording = recordingOf(link)
    const length = recording?.length ?? 1000
    const from = below(length)
    const to = Math.min(length - 1, from + below(20_000))
    const ranged = below(25) > 0
    const expected = model.fetch(link, ranged)
    const seen = await way.ask({
      url: link.url,
      alone: expected.ends === 'reset',
      ...(ranged ? { headers: { range: `bytes=${from}-${to}` } } : {}),
    })
    check(
      `playing ${link.ref} of ${link.vendor}, minted at ${toIso(link.at)}`,
      seen,
      expected,
      ranged ? recording?.subarray(from, to + 1) : recording,
    )
  }

  /** A listener that stops in the middle; the server is none the worse. */
  const leaveEarly = async (): Promise<void> => {
    const link = someLink()
    if (!link) return look()
    model.fetch(link, false)
    await way.ask({ url: link.url, leaveAfter: 1, alone: true })
  }

  const jump = async (): Promise<void> => {
    const near = links[below(Math.max(1, links.length))]
    const end = near ? near.until : start + 600_000
    const to = of([
      end - 1,
      end,
      end + 1,
      start + 599_999,
      start + 600_000,
      model.now() + 1 + below(3000),
      model.now() + below(600_000),
      model.now() + below(600_000),
      model.now() + below(below(5) === 0 ? day : 3_600_000),
      Math.max(start, model.now() - below(3_600_000)),
      start + below(3_600_000),
    ])
    // From the start on, and not so late that what is kept for months is given up.
    const at = Math.min(Math.max(start, to), start + 20 * day)
    const by = at - model.now()
    const { now } =
      below(2) === 0 || by === 0
        ? await control('POST', 'clock', { verb: 'set', value: toIso(at) })
        : await control('POST', 'clock', { verb: by > 0 ? 'advance' : 'rewind', value: Math.abs(by) })
    if (now !== at) throw wrong('moving the clock', `it shows ${now}, and should show ${at}`)
    model.moveTo(at)
  }

  const arm = async (): Promise<void> => {
    const trouble = someTrouble({ below, of, hex: () => '' }, `t${++troubles}`)
    await control('POST', 'disturbances', asTold(trouble))
    model.arm(trouble)
  }

  const calm = async (): Promise<void> => {
    await control('DELETE', 'disturbances')
    model.calm()
  }

  return {
    act: () => of([look, look, look, look, play, play, play, burst, jump, arm, calm, leaveEarly])(),
    leave: async () => {
      const { journal } = await control('GET', 'timeline')
      const { last } = journal as { last: number }
      way.close()
      if (last !== model.requests())
        throw wrong('counting the journal', `it has ${last} entries, and should have ${model.requests()}`)
    },
  }
}
