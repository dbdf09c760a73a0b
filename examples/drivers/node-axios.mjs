// Node with axios, on the suite's clock: what waits is told with `sleep`, so that every rule on time is judged.
import { createInterface } from 'node:readline'
import axios from 'axios'

const paths = {
  quo: (id) => `/v1/call-recordings/${id}`,
  osvi: (id) => `/v1/call/${id}/recording`,
  envoy: (id) => `/api/v1/calls/${id}/recording`,
  feather: (id) => `/v1/voice/recordings/${id}/playback-url`,
  voqo: (id) => `/public/recordings/${id}`,
}
const clients = new Map()
const sleepers = new Map()
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)
let sleeps = 0
const sleep = (call, ms) =>
  new Promise((resolve) => {
    const id = `sleep-${++sleeps}`
    sleepers.set(id, resolve)
    say({ id, type: 'sleep', ms, call })
  })

const looks = new Map()
const shared = (message) => {
  const name = JSON.stringify([message.client, message.args.ref])
  const look = looks.get(name) ?? lookAfresh(message).finally(() => looks.delete(name))
  looks.set(name, look)
  return look
}

const lookAfresh = async ({ id: call, client, args, deadlineMs }) => {
  if (/^(\.|%(25)*2e)*$/i.test(args.ref)) return { outcome: { kind: 'invalid-request', details: ['no id'] } }
  const { baseUrl, vendor, credentials } = clients.get(client)
  const late = new AbortController()
  sleep(call, Math.min(deadlineMs, 10_000)).then(() => late.abort())
  try {
    const { status, headers, data } = await axios.get(baseUrl + paths[vendor](encodeURIComponent(args.ref)), {
      headers: credentials,
      signal: late.signal,
      maxRedirects: 0,
      validateStatus: () => true,
      responseType: 'text',
      transformResponse: (text) => text,
    })
    return { raw: { status, headers: { ...headers }, body: data } }
  } catch {
    return { outcome: { kind: 'unavailable' } }
  }
}

const answers = {
  hello: () => ({
    type: 'capabilities',
    protocol: 1,
    vendors: Object.keys(paths),
    ops: ['look'],
    clock: 'hooked',
    concurrency: 8,
  }),
  open: (message) => void clients.set(message.client, message),
  call: shared,
  close: ({ client }) => void clients.delete(client),
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line)
  if (message.type === 'wake') sleepers.get(message.id)?.()
  else if (message.type === 'bye') break
  else
    Promise.resolve(answers[message.type]?.(message)).then((answer) =>
      say({ id: message.id, type: 'result', ...answer }),
    )
}
