// A driver that looks rightly, and misbehaves in the one way that it is told to.
import { createInterface } from 'node:readline'

const [way = 'well'] = process.argv.slice(2)
const clients = new Map()
const raw = (text) => process.stdout.write(text)
const say = (message) => raw(`${JSON.stringify(message)}\n`)
const spin = () => {
  for (;;);
}

const capabilities = {
  type: 'capabilities',
  protocol: 1,
  vendors: ['osvi'],
  ops: way === 'lies' ? ['look', 'download'] : ['look'],
  clock: way === 'sleeps' || way === 'never-wakes' ? 'hooked' : 'wire',
}

const look = async ({ id, client, args }) => {
  const { baseUrl, credentials } = clients.get(client)
  if (way === 'crashes') process.exit(3)
  if (way === 'never-answers') return undefined
  if (way === 'spins') spin()
  if (way === 'faults') return { type: 'fault', message: 'a bug of its own' }
  if (way === 'no-outcome') return { type: 'result' }
  if (way === 'sleeps' || way === 'never-wakes') {
    say({ id: `${id}-sleep`, type: 'sleep', ms: 60_000, call: id })
    await new Promise((resolve) => sleepers.set(`${id}-sleep`, resolve))
  }
  const response = await fetch(`${baseUrl}/v1/call/${encodeURIComponent(args.ref)}/recording`, {
    headers: credentials,
  })
  const key = Object.values(credentials)[0]
  if (way === 'leaks') console.error(`asked with ${key}`)
  if (way === 'leaks-start') console.error(`asked with ${key.slice(0, 12)}…`)
  if (way === 'leaks-base64') raw(`noise ${Buffer.from(`key:${key}`).toString('base64')}\n`)
  return {
    raw: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    },
  }
}

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
