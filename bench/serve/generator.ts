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
  lead = 0,
  most = Number.POSITIVE_INFINITY,
}: Job): Promise<Load> => {
  const { host, port } = new URL(origin)
  const all = requests.map((request) => bytesOf(request, host))
  const times: number[] = []
  let failed = 0
  let sent = 0
  let answered = 0
  let led = 0
  let began = performance.now()
  const begin = (): void => {
    led = answered
    times.length = 0
    began = performance.now()
  }
  let isLeading = lead > 0
  const isOver = (): boolean => {
    if (isLeading && (answered >= lead || performance.now() - began >= seconds * 1000)) {
      isLeading = false
      begin()
    }
    return !isLeading && (performance.now() - began >= seconds * 1000 || sent - led >= most)
  }
  const work = {
    next: () => (isOver() ? undefined : all[sent++ % all.length]),
    answered(status: number, ms: number) {
      answered++
      if (status < 200 || status > 299) failed++
      times.push(ms)
    },
  }
  await Promise.all(Array.from({ length: connections }, () => working(Number(port), work)))
  return {
    requests: times.length,
    sent,
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
