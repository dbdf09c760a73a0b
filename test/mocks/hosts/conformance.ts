import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import { type Ready, readyOf } from '../../../mocks/control/ready.ts'
import type { Backend, BackendOptions } from '../../../mocks/sandboxes.ts'
import { soundOf } from '../../../mocks/simulator/minting.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'
import type { Disturbance } from '../../../mocks/world/disturbance.ts'
import { toHttpDate } from '../../../mocks/world/instant.ts'
import { callOf } from '../../../mocks/world/lookup.ts'
import type { World } from '../../../mocks/world/world.ts'
import { countingBytes, handClock, startedAt } from '../a-backend.ts'

/** What a test does to the session behind a host. */
export interface Hold {
  ready(): Promise<Ready>
  advance(by: string): Promise<unknown>
  disturb(effect: Disturbance['effect'], on: Disturbance['on']): Promise<unknown>
  world(): Promise<World>
  /** Resolves when a test's first request has arrived: it is then written down. */
  arrival(): Promise<unknown>
}

const holdOn = (backend: Backend): Hold => {
  const session = backend.session()
  return {
    ready: () => readyOf(session),
    advance: (by) => moveSession(session, 'advance', by),
    disturb: (effect, on) =>
      session.change(({ world }) => ({
        world: { ...world, disturbances: [{ id: 'd', effect, on, skip: 0 }] },
      })),
    world: async () => (await session.state()).world,
    arrival: () => new Promise<void>((resolve) => session.watch(() => resolve())),
  }
}

/** One way to stand a backend up, opened for one test. */
export interface OpenHost {
  /** Its backend, or a hold on one that lives elsewhere. */
  readonly backend: Backend | Hold
  /** @default this process's own */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>
  /** Where a vendor answers, such as `http://127.0.0.1:4010/osvi`; its paths come after it. */
  readonly baseUrl: (vendor: string) => string
  readonly close: () => Promise<void> | void
}

/** Cases that a host cannot pass, and why. */
export interface Skip {
  readonly reason: string
  readonly cases: readonly string[]
}

/** How each vendor is asked, and what it says no with. */
const routes: Readonly<Record<string, { path: (id: string) => string; missing: number; bare: number }>> = {
  quo: { path: (id) => `/v1/call-recordings/${id}`, missing: 404, bare: 401 },
  osvi: { path: (id) => `/v1/call/${id}/recording`, missing: 404, bare: 401 },
  envoy: { path: (id) => `/api/v1/calls/${id}/recording`, missing: 404, bare: 401 },
  feather: { path: (id) => `/v1/voice/recordings/${id}/playback-url`, missing: 404, bare: 401 },
  // Its short codes are public.
  voqo: { path: (id) => `/public/recordings/${id}`, missing: 404, bare: 200 },
}

const linkIn = (text: string): string =>
  /"https?:[^"]+X-Amz-Signature=[^"]+"/.exec(text)?.[0].slice(1, -1) ?? ''

/** One suite of cases for every host: what a client sees does not depend on where it is answered. */
export const conform = (
  name: string,
  open: (options: Omit<BackendOptions, 'origins'>) => Promise<OpenHost> | OpenHost,
  { skip = [] }: { readonly skip?: readonly Skip[] } = {},
): void => {
  let host: OpenHost
  let hold: Hold
  let ready: Ready

  const fetch = (url: string, init?: RequestInit): Promise<Response> =>
    (host.fetch ?? globalThis.fetch)(url, init)

  const ask = (vendor: string, ref: string, init: RequestInit = {}): Promise<Response> => {
    const { path } = routes[vendor] ?? { path: (id: string) => id }
    const { headers = {}, refs = {} } = ready.vendors[vendor] ?? {}
    return fetch(`${host.baseUrl(vendor)}${path(refs[ref] ?? ref)}`, { headers, ...init })
  }
  const link = async (vendor = 'osvi'): Promise<string> =>
    linkIn(await (await ask(vendor, 'playable')).text())
  const disturb = (effect: Disturbance['effect'], on: Disturbance['on'] = {}): Promise<unknown> =>
    hold.disturb(effect, on)
  /** All bytes of OSVI's playable recording, as the world has them. */
  const truth = async (): Promise<Uint8Array> => {
    const world = await hold.world()
    const call = callOf(world, 'playable')
    const [segment] = call?.segments ?? []
    if (!call || !segment) throw new Error('The world has nothing to play')
    const sound = soundOf(world, osvi, call, segment)
    return sound.read(0, sound.length)
  }

  const cases: Readonly<Record<string, () => Promise<void>>> = {
    "plays every vendor's recording": async () => {
      for (const vendor of Object.keys(routes)) {
        const response = await ask(vendor, 'playable')
        expect([vendor, response.status]).toEqual([vendor, 200])
        expect(response.headers.get('content-type')).toBe('application/json')
        expect(response.headers.get('date')).toBe(toHttpDate(startedAt))
        const text = await response.text()
        expect(Number(response.headers.get('content-length'))).toBe(new TextEncoder().encode(text).length)
        const media = await fetch(linkIn(text))
        expect([vendor, media.status, media.headers.get('content-type')]).toEqual([
          vendor,
          200,
          expect.stringMatching(/^(audio|video)\//),
        ])
        expect((await media.arrayBuffer()).byteLength).toBe(Number(media.headers.get('content-length')))
      }
    },
    'tells a missing call': async () => {
      for (const [vendor, { missing }] of Object.entries(routes))
        expect([vendor, (await ask(vendor, 'missing')).status]).toEqual([vendor, missing])
    },
    'lets nobody in without a key': async () => {
      for (const [vendor, { bare }] of Object.entries(routes))
        expect([vendor, (await ask(vendor, 'playable', { headers: {} })).status]).toEqual([vendor, bare])
    },
    'sends exactly the bytes there are': async () => {
      const media = await fetch(await link())
      expect(Buffer.from(await media.arrayBuffer()).equals(await truth())).toBe(true)
    },
    'sends exactly the range that is asked for': async () => {
      const whole = await truth()
      for (const [range, from, to] of [
        ['bytes=0-0', 0, 1],
        ['bytes=1000-70000', 1000, 70_001],
        ['bytes=-100', whole.length - 100, whole.length],
        [`bytes=${whole.length - 5}-`, whole.length - 5, whole.length],
      ] as const) {
        const part = await fetch(await link(), { headers: { range } })
        expect(part.status).toBe(206)
        expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${whole.length}`)
        expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(from, to))).toBe(true)
      }
    },
    'refuses a link after its end, in the words of S3': async () => {
      const url = await link()
      await hold.advance('15m')
      const refused = await fetch(url)
      expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/xml'])
      expect(await refused.text()).toContain(
        '<Code>AccessDenied</Code><Message>Request has expired</Message>',
      )
      expect((await fetch(await link())).status).toBe(200)
    },
    'answers HEAD without a body': async () => {
      const refused = await fetch(await link(), { method: 'HEAD' })
      expect([refused.status, await refused.text()]).toEqual([403, ''])
      const unknown = await ask('feather', 'playable', { method: 'HEAD' })
      expect([unknown.status, await unknown.text()]).toEqual([405, ''])
    },
    'lets pages of other origins read what they need': async () => {
      const headers = { origin: 'http://app.example' }
      for (const response of [
        await ask('osvi', 'playable', { headers }),
        await fetch(await link(), { headers }),
      ]) {
        expect(response.headers.get('access-control-allow-origin')).toBe('*')
        expect(response.headers.get('access-control-expose-headers')).toContain('content-range')
        await response.body?.cancel()
      }
      const preflight = await ask('osvi', 'playable', {
        method: 'OPTIONS',
        headers: {
          ...headers,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'api-token',
        },
      })
      expect([preflight.status, await preflight.text()]).toEqual([204, ''])
      expect(preflight.headers.get('access-control-allow-headers')).toBe('api-token')
    },
    'keeps vendors and storage apart': async () => {
      const elsewhere = await fetch(
        `${host.baseUrl('quo')}/v1/call/00000000-0000-4000-8000-000000000001/recording`,
        {
          headers: ready.vendors.osvi?.headers ?? {},
        },
      )
      expect(elsewhere.status).toBe(404)
    },
    'says what is wrong in the words of the vendor': async () => {
      await disturb({ kind: 'status', status: 429, retryAfterSeconds: 7, told: 'header' })
      const limited = await ask('feather', 'playable')
      expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
    },
    'goes where it is redirected': async () => {
      await disturb({ kind: 'redirect', to: 'same-origin' })
      const moved = await ask('osvi', 'playable', { redirect: 'manual' })
      expect(moved.status).toBe(302)
      expect(moved.headers.get('location')).toMatch(/\/v1\/call\/.*\/recording$/)
    },
    'is cut off before it says anything': async () => {
      await disturb({ kind: 'reset', at: 'before-headers' })
      await expect(ask('osvi', 'playable')).rejects.toThrow(TypeError)
    },
    'is cut off in the middle of what it says': async () => {
      const url = await link()
      await disturb({ kind: 'reset', at: 'mid-body' })
      for (const cut of [await fetch(url), await ask('osvi', 'playable')]) {
        expect(cut.status).toBe(200)
        await expect(cut.arrayBuffer()).rejects.toThrow(TypeError)
      }
    },
    'promises more than it sends': async () => {
      const url = await link()
      await disturb({ kind: 'truncate' })
      const short = await fetch(url)
      expect(Number(short.headers.get('content-length'))).toBe((await truth()).length)
      await expect(short.arrayBuffer()).rejects.toThrow(TypeError)
    },
    'says nothing until the client gives up': async () => {
      await disturb({ kind: 'silence' })
      const client = new AbortController()
      const arrived = hold.arrival()
      const asked = ask('osvi', 'playable', { signal: client.signal })
      await arrived
      client.abort()
      await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    },
    'is late, and whole': async () => {
      await disturb({ kind: 'slow-headers', ms: 5 })
      expect((await ask('osvi', 'playable')).status).toBe(200)
      await disturb({ kind: 'trickle', bytesPerSecond: 20_000_000 })
      const media = await fetch(await link())
      expect(Buffer.from(await media.arrayBuffer()).equals(await truth())).toBe(true)
    },
  }

  describe(name, () => {
    beforeEach(async () => {
      host = await open({ real: handClock().real, random: countingBytes() })
      hold = 'session' in host.backend ? holdOn(host.backend) : host.backend
      ready = await hold.ready()
    })
    afterEach(() => host.close())

    for (const [says, run] of Object.entries(cases)) {
      const reason = skip.find((one) => one.cases.includes(says))?.reason
      it.skipIf(reason)(reason ? `${says} (skipped: ${reason})` : says, run)
    }

    it('skips only what there is', () => {
      expect(skip.flatMap((one) => one.cases).filter((one) => !(one in cases))).toEqual([])
    })
  })
}
