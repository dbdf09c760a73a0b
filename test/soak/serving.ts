import { serveHere } from './serve-here.ts'

/** The server of a long soak: a process of its own, which ends with the one that asked for it. */
const served = await serveHere(Number(process.argv[2]))

process.on('disconnect', () => process.exit())
process.on('message', (wanted) => {
  void (async () => {
    if (wanted === 'heap') process.send?.({ heap: await served.heap() })
    else if (wanted === 'crashes') process.send?.({ crashes: await served.crashes() })
    else {
      await served.close()
      process.disconnect()
    }
  })()
})
process.send?.({ url: served.url })
