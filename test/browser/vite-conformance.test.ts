import { afterAll, beforeAll } from 'vitest'
import { vendors } from '../../mocks/vendors/index.ts'
import { conform } from '../mocks/hosts/conformance.ts'
import { type DevServer, devServer } from './dev-server.ts'
import { holdOver } from './hold-over.ts'

let server: DevServer
beforeAll(async () => {
  server = await devServer({ backend: Object.fromEntries(vendors.map(({ id }) => [`/at/${id}`, id])) })
})
afterAll(() => server[Symbol.asyncDispose]())

/** Of a journal that begins anew with each case, the first exchange. */
const arrival = async (): Promise<unknown> => {
  const { body } = await fetch(`${server.url}/__playhead/journal`, {
    headers: { accept: 'text/event-stream' },
  })
  const reader = body?.getReader()
  for (let text = ''; !text.includes('event: exchange'); ) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
    if (done) throw new Error('The journal has ended')
    text += new TextDecoder().decode(value)
  }
  return reader?.cancel()
}

conform(
  'Vite’s dev server',
  async () => ({
    backend: await holdOver((path, init) => fetch(`${server.url}${path}`, init), arrival),
    baseUrl: (vendor) => `${server.url}/at/${vendor}`,
    close: () => {},
  }),
  {
    skip: [
      {
        reason: 'a path of the dev server stands for an app’s own backend, which adds the key',
        cases: ['lets nobody in without a key'],
      },
      {
        reason: 'Vite answers preflights itself: a page asks the dev server it came from',
        cases: ['lets pages of other origins read what they need'],
      },
    ],
  },
)
