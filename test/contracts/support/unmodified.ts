import dns from 'node:dns'
import https, { get } from 'node:https'
import type { ClientModule } from '../../../contracts/client.ts'
import type { Outcome } from '../../../mocks/world/outcome.ts'
import { vendorOf } from './small-case.ts'

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Get = (url: string, headers: Readonly<Record<string, string>>) => Promise<Answered>

const byFetch: Get = async (url, headers) => {
  const response = await fetch(url, { headers })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

const byHttpsOf =
  (getNow: () => typeof get): Get =>
  (url, headers) =>
    new Promise((resolve, reject) => {
      const request = getNow()(url, { headers }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          body += text
        })
        response.on('error', reject)
        response.on('end', () => {
          const all = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
          resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(all), body })
        })
      })
      request.on('error', reject)
    })

const byHttps = byHttpsOf(() => get)

const held = https.get

const byOwnLookup: Get = (url) =>
  new Promise((_, reject) => dns.lookup(new URL(url).host, (error) => reject(error)))

const unmodified = (name: string, getFrom: Get, keeps: boolean): ClientModule => ({
  name,
  connect: ({ credentials, now }) => {
    const osvi = vendorOf('osvi')
    const kept = new Map<string, Outcome>()
    return {
      getRecording: async (ref) => {
        const known = keeps ? kept.get(ref) : undefined
        if (known) return known
        const path = `/v1/call/${encodeURIComponent(ref)}/recording`
        const answered = await getFrom(`https://api.osvi.ai${path}`, credentials).catch(() => undefined)
        if (!answered) return { kind: 'unavailable' }
        const { outcome } = osvi.decode(answered, now())
        if (outcome.kind === 'playable') kept.set(ref, outcome)
        return outcome
      },
    }
  },
})

/** Clients of OSVI with its host written into them, that take nothing but credentials and a clock from the bench. */
export const unmodifiedClients = {
  fetch: unmodified('unmodified-fetch', byFetch, false),
  https: unmodified('unmodified-https', byHttps, false),
  early: unmodified(
    'held-https',
    byHttpsOf(() => held),
    false,
  ),
  ownLookup: unmodified('own-lookup', byOwnLookup, false),
  hoardingFetch: unmodified('hoarding-fetch', byFetch, true),
  hoardingHttps: unmodified('hoarding-https', byHttps, true),
}
