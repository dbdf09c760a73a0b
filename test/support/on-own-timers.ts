import type { Bench, ClientModule } from '../../contracts/client.ts'

const sleep: Bench['sleep'] = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })

/** The same client, which takes its time from the globals in place of what it is handed. */
export const onOwnTimers = ({ connect, ...client }: ClientModule): ClientModule => ({
  ...client,
  ownTimers: true,
  connect: (bench) => connect({ ...bench, now: () => Date.now(), sleep }),
})
