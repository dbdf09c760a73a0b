// node --test recordings.test.js: no server and no port; nock answers OSVI's real addresses within this process.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import nock from 'nock'
import { intercept } from '../../mocks/hosts/nock.ts' // in a project of yours: 'playhead/nock'
import { createWorld } from '../../mocks/index.ts' // in a project of yours: 'playhead'
import { findRecording } from './recordings.js'

const key = 'playhead-osvi-16'
const changes = [{ at: '+10m', to: 'completed' }]
const world = await createWorld({
  at: '2026-01-31T09:00:00Z',
  calls: {
    intro: { status: 'completed' },
    later: { status: { initially: 'processing', changes } },
  },
})
const { intro, later } = world.vendors.osvi.refs

let interception
before(() => {
  nock.disableNetConnect()
  interception = intercept(world.backend)
})
after(() => {
  interception.restore()
  nock.restore()
})

test('a link plays for fifteen minutes', async () => {
  const { url, secondsLeft } = await findRecording(intro, key)
  assert.equal(secondsLeft, 900)
  assert.equal((await fetch(url)).headers.get('content-type'), 'audio/mpeg')
  await world.clock.advance('15m')
  assert.equal((await fetch(url)).status, 403)
  await world.clock.rewind('15m')
})

test('a recording that is being processed is there ten minutes later', async () => {
  assert.equal(await findRecording(later, key), undefined)
  await world.clock.advance('10m')
  assert.match((await findRecording(later, key)).url, /^https:\/\/s3\./)
})

test('a wrong key is an error', async () => {
  await assert.rejects(findRecording(intro, 'no-key-of-theirs'), /401/)
})
