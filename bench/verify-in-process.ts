import fc from 'fast-check'
import { cases } from '../contracts/arbitraries/cases.ts'
import { reference } from '../contracts/clients/reference.ts'
import { smokeCase } from '../contracts/verify/smoke.ts'
import { type Bench, perSecond } from './bench.ts'
import { judged } from './judged.ts'

const shortCases = 1000
const generatedCases = 150

/** The peer: what someone writes who checks the same client by a property of their own, against an answer made up. */
const bareProperty = async (): Promise<(runs: number) => Promise<unknown>> => {
  const answer = JSON.stringify({
    success: true,
    data: { recording_url: 'https://stored.example/a.mp3', expires_in_seconds: 900 },
  })
  const headers = { 'content-type': 'application/json' }
  const property = fc.asyncProperty(fc.uuid(), async (id) => {
    const client = await reference.connect({
      vendor: 'osvi',
      baseUrl: 'https://vendor.example',
      credentials: { 'api-token': 'a-key' },
      fetch: async () => new Response(answer, { headers }),
      now: () => 0,
      sleep: () => new Promise(() => {}),
      log: () => {},
      signal: new AbortController().signal,
    })
    const { kind } = await client.getRecording(id)
    return kind === 'playable'
  })
  return (numRuns) => fc.assert(property, { numRuns, seed: 1 })
}

/** How many cases a second are run and judged without a wire. */
export const verifyInProcess: Bench = {
  name: 'verify-in-process',
  contenders: async () => {
    const short = smokeCase('osvi')
    const generated = fc.sample(cases('osvi'), { seed: 1, numRuns: generatedCases })
    const bare = await bareProperty()
    const peer = 'bare property'
    return [
      {
        name: 'one-look cases',
        unit: 'cases/s',
        round: () => perSecond(shortCases, () => judged(short)),
        against: peer,
        target: { atLeast: 5000 },
      },
      {
        name: 'generated cases',
        unit: 'cases/s',
        round: () => perSecond(generated.length, async (nth) => generated[nth] && judged(generated[nth])),
        against: peer,
      },
      {
        name: peer,
        unit: 'cases/s',
        round: async () => (await perSecond(1, () => bare(shortCases))) * shortCases,
      },
    ]
  },
}
