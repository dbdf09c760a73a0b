import { describe, expect, test } from 'vitest'
import { maskHeaders, maskText } from '../../../mocks/world/mask.ts'

const url =
  'https://storage.test/b/c1.mp3?X-Amz-Date=20260131T090000Z&X-Amz-Expires=900&X-Amz-Signature=c0ffee'
const masked = url.replace('c0ffee', '•••')

describe('maskText hides the right that a signed URL carries, and nothing else', () => {
  test.each([
    ['a URL', url, masked],
    ['a path', '/b/c1.mp3?X-Amz-Signature=c0ffee&x=1', '/b/c1.mp3?X-Amz-Signature=•••&x=1'],
    ['JSON', JSON.stringify({ url, next: 1 }), JSON.stringify({ url: masked, next: 1 })],
    [
      'JSON within JSON',
      JSON.stringify(JSON.stringify({ url })),
      JSON.stringify(JSON.stringify({ url: masked })),
    ],
    ['escaped XML', `<U>${url.replaceAll('&', '&amp;')}</U>`, `<U>${masked.replaceAll('&', '&amp;')}</U>`],
    ['two URLs in a sentence', `${url} and ${url}`, `${masked} and ${masked}`],
    [
      'a security token',
      '/b/c1.mp3?X-Amz-Security-Token=PHSTabc%3D&X-Amz-Date=2',
      '/b/c1.mp3?X-Amz-Security-Token=•••&X-Amz-Date=2',
    ],
    ['Google’s token', '/b/c1?X-Goog-Security-Token=t0k', '/b/c1?X-Goog-Security-Token=•••'],
    ['a plain link’s', `/b/PHAKMRSWM.${'0a'.repeat(16)}/a/c1/s1.mp3`, '/b/PHAKMRSWM.•••/a/c1/s1.mp3'],
    [
      'a plain link’s with a session',
      `/b/PHAKM.${'0a'.repeat(16)}.PHST%2501/a/s1.mp3`,
      '/b/PHAKM.•••/a/s1.mp3',
    ],
    ['Google’s', '/b/c1?X-Goog-Signature=beef', '/b/c1?X-Goog-Signature=•••'],
    [
      'CloudFront’s',
      '/c1?Expires=1&Signature=a-b~c_&Key-Pair-Id=K',
      '/c1?Expires=1&Signature=•••&Key-Pair-Id=K',
    ],
    [
      'a key that storage repeats',
      '<ArgumentName>Authorization</ArgumentName><ArgumentValue>Bearer k3y &amp; more</ArgumentValue>',
      '<ArgumentName>Authorization</ArgumentName><ArgumentValue>•••</ArgumentValue>',
    ],
    ['other spellings', '/c1?x-amz-signature=beef', '/c1?x-amz-signature=•••'],
    ['no right', 'Signature dishes, X-Amz-Signature and all', 'Signature dishes, X-Amz-Signature and all'],
    ['nothing', '', ''],
  ])('in %s', (_, given, wanted) => {
    expect(maskText(given)).toBe(wanted)
  })
})

test('maskHeaders hides keys but for two characters, short ones whole, and rights in the others', () => {
  const headers = {
    authorization: 'Bearer playhead-envoy',
    'api-token': 'playhead-osvi-16',
    'x-api-key': '8letters',
    cookie: '9 letters',
    'set-cookie': 'session=123456789',
    'proxy-authorization': 'Basic abcdefgh',
    'x-acme-key': 'playhead-acme',
    'x-playhead-token': 'sesame, open up',
    accept: 'audio/mpeg',
    'keep-alive': 'timeout=5',
    location: url,
  }
  expect(maskHeaders(headers)).toEqual({
    authorization: '•••oy',
    'api-token': '•••16',
    'x-api-key': '•••',
    cookie: '•••rs',
    'set-cookie': '•••89',
    'proxy-authorization': '•••gh',
    'x-acme-key': '•••me',
    'x-playhead-token': '•••up',
    'keep-alive': 'timeout=5',
    accept: 'audio/mpeg',
    location: masked,
  })
})
