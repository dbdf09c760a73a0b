import { expect, test } from 'vitest'
import { answerControlFetch } from '../../../mocks/hosts/fetch-control.ts'
import { aBackend, startedAt } from '../a-backend.ts'

const asking = () => {
  const { backend } = aBackend({ start: { freeze: true } })
  const ask = (path: string, init?: RequestInit) =>
    answerControlFetch(backend, new Request(`https://app.example/__playhead/${path}`, init))
  return { backend, ask }
}
const posting = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
})

test('a page drives the session that lives in it, wherever the page came from', async () => {
  const { ask } = asking()
  const moved = await ask('clock', posting('{"verb":"advance","value":"15m"}'))
  expect([moved.status, (await moved.json()).now]).toEqual([200, startedAt + 15 * 60_000])
  expect((await ask('nowhere')).status).toBe(404)
})

test('a body that is too long is refused', async () => {
  const { ask } = asking()
  const refused = await ask('clock', posting(' '.repeat(1024 * 1024 + 1)))
  expect([refused.status, (await refused.json()).error.code]).toEqual([413, 'body-too-large'])
})

test('the journal comes as a stream, which ends when the page leaves it', async () => {
  const { backend, ask } = asking()
  const { body } = await ask('journal', { headers: { accept: 'text/event-stream' } })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('playhead')
  await backend.answer('api', { method: 'GET', path: '/voqo/public/recordings/missing', headers: {} })
  expect((await reader?.read())?.value).toMatch(/^id: 1\nevent: exchange\ndata: \{/)
  await reader?.cancel()
  expect(await reader?.read()).toMatchObject({ done: true })
})
