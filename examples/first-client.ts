// The client one writes first: ask, read, hand out. `playhead verify` says what it still lacks.
import { type Bench, outcomeFrom, type RecordingClient } from '../contracts/index.ts'

export const name = 'first-client'

export const connect = ({ baseUrl, credentials, fetch, now }: Bench): RecordingClient => ({
  async getRecording(ref) {
    const response = await fetch(`${baseUrl}/v1/call/${ref}/recording`, { headers: credentials })
    const { status, headers } = response
    return outcomeFrom('osvi', { status, headers, body: await response.text() }, now())
  },
})
