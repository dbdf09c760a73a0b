import { percentile } from '../statistics.ts'
import { working } from './connection.ts'
import type { Asked, Job, Load } from './load.ts'

const bytesOf = ({ path, headers }: Asked, host: string): Buffer =>
  Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      `host: ${host}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n'),
  )

const run = async ({
  origin,
  requests,
  connections,
  seconds,
  most = Number.POSITIVE_INFINITY,
}: Job): Promise<Load> => {
  const { host, port } = new URL(origin)
  const all = requests.map((request) => bytesOf(request, host))
  const times: number[] = []
  let failed = 0
  let sent = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const work = {
    next: () => (performance.now() < until && sent < most ? all[sent++ % all.length] : undefined),
    answered(status: number, ms: number) {
      if (status < 200 || status > 299) failed++
      times.push(ms)
    },
  }
  await Promise.all(Array.from({ length: connections }, () => working(Number(port), work)))
  return {
    requests: times.length,
    perSecond: (times.length * 1000) / (performance.now() - began),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    failed,
  }
}

process.on('message', (job: Job) => {
  run(job).then(
    (load) => process.send?.(load),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
