// A driver that looks rightly, and misbehaves in the one way that it is told to.
import http from 'node:http'
import { createInterface } from 'node:readline'

const [way = 'well'] = process.argv.slice(2)
const clients = new Map()
const raw = (text) => process.stdout.write(text)
const say = (message) => raw(`${JSON.stringify(message)}\n`)

const clocks = {
  sleeps: 'hooked',
  'keeps-while-fresh': 'none',
  'keeps-for-ever': 'none',
  dawdles: 'none',
  'keeps-by-moved-clock': 'faketime',
}

const capabilities = {
  type: 'capabilities',
  protocol: 1,
  vendors: ['osvi'],
  ops: way === 'lies' ? ['look', 'download'] : ['look'],
  clock: clocks[way] ?? 'wire',
  concurrency: way === 'takes-two' ? 2 : 1,
}

/** Of a client with a real clock alone, what it has in store, and until when. */
const shelf = new Map()

/** Calls that are not answered yet. */
let inHand = 0

const look = async (message) => {
  if (++inHand > 1) console.error('two at once')
  try {
    return await lookAt(message)
  } finally {
    inHand--
  }
}

const lookAt = async ({ id, client, args }) => {
  const { baseUrl, credentials } = clients.get(client)
  if (way === 'crashes') process.exit(3)
  if (way === 'never-answers') return undefined
  if (way === 'faults') return { type: 'fault', message: 'a bug of its own' }
  if (way === 'no-outcome') return { type: 'result' }
  if (way === 'sleeps') {
    say({ id: `${id}-sleep`, type: 'sleep', ms: 60_000, call: id })
    await new Promise((resolve) => sleepers.set(`${id}-sleep`, resolve))
  }
  const kept = shelf.get(`${client} ${args.ref}`)
  if (kept && (way === 'keeps-for-ever' || Date.now() < kept.until)) return { outcome: kept.outcome }
  if (way === 'dawdles') for (const end = Date.now() + 1100; Date.now() < end; );
  if (way === 'tells-others' || way === 'tells-others-its-key') await tellOthers(credentials)
  const response = await fetch(`${baseUrl}/v1/call/${encodeURIComponent(args.ref)}/recording`, {
    headers: credentials,
  })
  const key = Object.values(credentials)[0]
  if (way === 'leaks') console.error(`asked with ${key}`)
  if (way === 'leaks-start') console.error(`asked with ${key.slice(0, 12)}…`)
  if (way === 'leaks-base64') raw(`noise ${Buffer.from(`key:${key}`).toString('base64')}\n`)
  const body = await response.text()
  if (way.startsWith('keeps') && response.ok) {
    const { recording_url: url, expires_in_seconds: seconds } = JSON.parse(body).data
    const outcome = { kind: 'playable', segments: [{ state: 'completed', url }] }
    shelf.set(`${client} ${args.ref}`, { outcome, until: Date.now() + seconds * 1000 })
  }
  return { raw: { status: response.status, headers: Object.fromEntries(response.headers), body } }
}

/** As an HTTP library does that obeys the usual variables: through the proxy that they name. */
const tellOthers = (credentials) =>
  new Promise((resolve) => {
    const headers = { host: 'example.com', ...(way === 'tells-others' ? {} : credentials) }
    const request = http.get(process.env.http_proxy, { path: 'http://example.com/metrics', headers })
    request.on('error', resolve)
  })

const sleepers = new Map()
const answers = {
  hello: () => capabilities,
  open: (message) => {
    clients.set(message.client, message)
    return {}
  },
  call: (message) => (message.op === 'look' ? look(message) : { type: 'unsupported' }),
  close: () => ({}),
}

const send = (message) => {
  const line = `${JSON.stringify(message)}\n`
  if (way === 'splits') {
    for (const piece of line.match(/.{1,7}|\n/g)) raw(piece)
    return
  }
  if (way === 'floods') for (let index = 0; index < 1000; index++) raw(`noise ${index} ${'x'.repeat(80)}\n`)
  if (way === 'invalid-utf8') process.stdout.write(Buffer.from([0xff, 0xfe, 0x80, 0x0a]))
  if (way === 'huge') raw(`${'x'.repeat(5_000_000)}\n`)
  if (way === 'unknown-id') say({ id: 'nobody', type: 'result', outcome: { kind: 'absent' } })
  raw(line)
  if (way === 'twice') raw(line)
}

if (way === 'dies') {
  console.error('no such module: sdk')
  process.exit(1)
}
if (way === 'silent') setInterval(() => {}, 1_000_000)
else
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line)
    if (message.type === 'wake') sleepers.get(message.id)?.()
    if (message.type === 'bye') process.exit(0)
    Promise.resolve(answers[message.type]?.(message)).then((answer) => {
      if (answer) send({ id: message.id, type: 'result', ...answer })
      if (way === 'closes-stdin' && message.type === 'open') {
        process.stdin.destroy()
        setInterval(() => {}, 1_000_000)
      }
    })
  }
