// A client that looks, gives up after eight seconds, and is careful with ids, keys and redirects.
import { type Bench, outcomeFrom, type RecordingClient } from '../../contracts/index.ts'

export const name = 'outside-vendor'

const paths: Readonly<Record<string, (id: string) => string>> = {
  acme: (id) => `/calls/${id}/audio`,
  osvi: (id) => `/v1/call/${id}/recording`,
}

export const connect = ({ vendor, baseUrl, credentials, fetch, now, sleep }: Bench): RecordingClient => ({
  async getRecording(ref) {
    const path = paths[vendor]
    if (!path || !/^[\w-]+$/.test(ref)) return { kind: 'invalid-request', details: ['this is no id'] }
    const ask = async () => {
      const response = await fetch(`${baseUrl}${path(ref)}`, { headers: credentials, redirect: 'manual' })
      const { status, headers } = response
      return outcomeFrom(vendor, { status, headers, body: await response.text() }, now())
    }
    const tooLate = sleep(8000).then(() => ({ kind: 'unavailable' }) as const)
    return Promise.race([ask(), tooLate]).catch(() => ({ kind: 'unavailable' }))
  },
})
