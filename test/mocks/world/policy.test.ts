import { expect, test } from 'vitest'
import { type Playback, playbackAt } from '../../../mocks/world/policy.ts'
import { type CallLayout, call } from '../../../mocks/world/recording.ts'
import { timeline } from '../../../mocks/world/timeline.ts'

test.each<[string, CallLayout, Playback]>([
  ['no policy', {}, 'open'],
  ['raw', { policy: 'raw', redaction: 'failed' }, 'open'],
  ['redacted, and nothing more is known', { policy: 'redacted' }, 'redacting'],
  ['redacted and done', { policy: 'redacted', redaction: 'succeeded' }, 'open'],
  ['redacted and failed', { policy: 'redacted', redaction: 'failed' }, 'redaction-failed'],
  ['no audio, redacted or not', { policy: 'no_audio', redaction: 'succeeded' }, 'no-audio'],
  ['redacted once time comes', { policy: timeline<'raw' | 'redacted'>('raw', [11, 'redacted']) }, 'open'],
])('%s', (_, layout, wanted) => {
  expect(playbackAt(call('c1', layout), 10)).toBe(wanted)
})
