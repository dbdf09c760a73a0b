import { describe, expect, test } from 'vitest'
import type { Transport } from '../../../contracts/define.ts'
import { direct } from '../../../contracts/run/direct.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { plain } from '../support/clients.ts'
import { download, look, smallCase, toLinkEnd, trouble, vendorOf } from '../support/small-case.ts'

const osvi = vendorOf('osvi')

/** A transport with a wire: every request spends a few turns of the event loop on it, as over a socket. */
const wired: Transport = {
  name: 'wired',
  open: async (port) => {
    let onTheWire = 0
    const through = await direct.open(port)
    const crossing = async (): Promise<void> => {
      onTheWire++
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
      onTheWire--
    }
    return {
      ...through,
      inFlight: () => onTheWire > 0,
      fetch: async (input, init) => {
        await crossing()
        return through.fetch(input, init)
      },
    }
  },
}

describe('a transport', () => {
  test('with a wire gives the same history as without one', async () => {
    const steps = [look(), toLinkEnd(), download(), trouble({ kind: 'slow-headers', ms: 500 }), look()]
    const once = await runCase(smallCase(steps), osvi, plain, direct)
    const wiredOnce = await runCase(smallCase(steps), osvi, plain, wired)
    expect(JSON.stringify(wiredOnce)).toBe(JSON.stringify(once))
  })

  test('is closed when the case is over, also where it could not be run', async () => {
    let closed = 0
    const counting: Transport = {
      name: 'counting',
      open: async (port) => ({
        ...(await direct.open(port)),
        close: async () => {
          closed++
        },
      }),
    }
    await runCase(smallCase([look()]), osvi, plain, counting)
    const broken = { connect: () => Promise.reject(new Error('no')) }
    await expect(runCase(smallCase([look()]), osvi, broken, counting)).rejects.toThrow('no')
    expect(closed).toBe(2)
  })
})

describe('a fault of the simulator', () => {
  test('is never laid at the client', async () => {
    const faulty = {
      ...osvi,
      encode: () => {
        throw new Error('lens broken')
      },
    }
    await expect(runCase(smallCase([look()]), faulty, plain)).rejects.toMatchObject({
      code: 'broken-simulator',
    })
  })
})
