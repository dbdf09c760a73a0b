import { captured } from './captured.ts'
import type { Asked } from './load.ts'
import { osviId, quoId, thousand } from './thousand.ts'

/** One kind of request that servers are loaded with, a thousand different ones of it. */
export interface Route {
  readonly name: 'quo' | 'osvi' | 'media'
  readonly requests: readonly [Asked, ...Asked[]]
}

const each = (asked: (nth: number) => Asked): readonly [Asked, ...Asked[]] => [
  asked(0),
  ...Array.from({ length: thousand - 1 }, (_, nth) => asked(nth + 1)),
]

/** Quo's `GET /v1/call-recordings/{id}`, without our `/quo` before it. */
export const askedOf = (id: string): Asked => ({
  path: `/v1/call-recordings/${id}`,
  headers: { authorization: 'playhead-quo' },
})

/** Quo's route. */
export const quo: Route = { name: 'quo', requests: each((nth) => askedOf(quoId(nth))) }

/** OSVI's `GET /v1/call/{id}/recording`: each answer holds a signed link. */
export const osvi: Route = {
  name: 'osvi',
  requests: each((nth) => ({
    path: `/v1/call/${osviId(nth)}/recording`,
    headers: { 'api-token': 'playhead-osvi-16' },
  })),
}

/** How much of a recording is asked for at once: what a browser's player reads ahead. */
const rangeBytes = 65_536
/** Ranges begin in so many places, none of which is the beginning of a frame. */
const stepBytes = 997

/** The last place a range begins in: a minute's sound is longer than this and a range together. */
const lastStart = 300_000

/**
 * Ranges of media behind links that a server of ours has handed out.
 * @returns where storage answers, and the route
 */
export const mediaOf = async (origin: string): Promise<{ storageOrigin: string; route: Route }> => {
  const links: URL[] = []
  for (const asked of osvi.requests) {
    const { body } = await captured(origin, asked)
    const { data } = JSON.parse(Buffer.from(body, 'base64').toString())
    links.push(new URL(data.recording_url))
  }
  const request = (nth: number): Asked => {
    const from = (nth * stepBytes) % lastStart
    return {
      path: `${links[nth]?.pathname}${links[nth]?.search}`,
      headers: { range: `bytes=${from}-${from + rangeBytes - 1}` },
    }
  }
  return { storageOrigin: links[0]?.origin ?? '', route: { name: 'media', requests: each(request) } }
}
