import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskValue, openMask } from '../../../contracts/run/mask.ts'

const key = 'k3yq7w2mzx9n4bvt'
const signature = 'ab'.repeat(32)
const other = 'cd'.repeat(32)
const secrets = {
  apiOrigin: 'https://api.playhead.test',
  storageOrigin: 'https://storage.playhead.test',
  keys: [
    { account: 'default', value: key },
    { account: 'default', value: 'another-key-of-16' },
    { account: 'foreign', value: 'k/y+with=signs&6' },
  ],
}
const mask = () => openMask(secrets)

describe('a mask', () => {
  test.each([
    ['https://api.playhead.test/v1/x', '{api}/v1/x'],
    ['https://storage.playhead.test/b/k?x=1', '{storage}/b/k?x=1'],
    [`Bearer ${key}`, 'Bearer {key:default}'],
    ['another-key-of-16', '{key:default#2}'],
    [encodeURIComponent('k/y+with=signs&6'), '{key:foreign;url}'],
    [`X-Amz-Signature=${signature}`, 'X-Amz-Signature={signature:1}'],
    ['X-Amz-Security-Token=PHSTabc&x=1', 'X-Amz-Security-Token={token:1}&x=1'],
    ['nothing to hide', 'nothing to hide'],
    [`sha256 ${other}`, `sha256 ${other}`],
  ])('writes %s as %s', (given, wanted) => {
    expect(mask()(given)).toBe(wanted)
  })

  test.each([0, 1, 2])('finds a key in base64 behind %i other bytes', (before) => {
    const encoded = btoa(`${'u'.repeat(before)}${key}:tail`)
    const masked = mask()(encoded)
    expect(masked).toMatch(/\{key:default;base64(\+\d)?\}/)
  })

  test('numbers signatures as they first appear, and knows them again wherever they stand', () => {
    const say = mask()
    expect(say(`X-Amz-Signature=${other}`)).toBe('X-Amz-Signature={signature:1}')
    expect(say(`X-Amz-Signature=${signature}`)).toBe('X-Amz-Signature={signature:2}')
    expect(say(`logged: ${other}`)).toBe('logged: {signature:1}')
  })

  test.each([
    [`X-Amz-Signature=${other}&X-Goog-Signature=${signature}`, ['{signature:1}', '{signature:2}']],
    [`X-Amz-Signature=${other} ${other}`, ['{signature:1}', ' {signature:1}']],
    [`${other} X-Amz-Signature=${other}`, [`${other} X-Amz-Signature=`, '{signature:1}']],
    [`X-Amz-Signature=${other}${other}`, ['{signature:1}{signature:1}']],
    [`X-Amz-Signature=${other}ab`, ['{signature:1}ab']],
  ])('finds in %s what is signed and what stands bare', (text, parts) => {
    const masked = mask()(text)
    for (const part of parts) expect(masked).toContain(part)
    expect(masked.match(/\{signature/g)).toHaveLength(parts.join('').match(/\{signature/g)?.length ?? 0)
  })

  test('keeps different texts different', () => {
    const say = mask()
    const part = fc.constantFrom(
      key,
      secrets.apiOrigin,
      secrets.storageOrigin,
      '{api}',
      '{storage}',
      '{key:default}',
      '{signature:1}',
      '{',
      '}',
      'X-Amz-Signature=',
      signature,
      other,
      btoa(key),
      'text',
    )
    const texts = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(say(a) === say(b)).toBe(a === b)
      }),
      { numRuns: 2000 },
    )
  })

  test('reaches every text of a value, names of fields too', () => {
    expect(maskValue(mask(), { [key]: [1, null, { a: `is ${key}` }] })).toEqual({
      '{key:default}': [1, null, { a: 'is {key:default}' }],
    })
  })
})
