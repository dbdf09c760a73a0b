import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorElement, escapeXml } from '../../../mocks/storage/error-xml.ts'

test('an error holds code, message, its own fields and the ids, in this order', () => {
  const error = { status: 404, code: 'NoSuchKey', message: 'It is gone.', fields: [['Key', 'a&b']] as const }
  const ids = [
    ['RequestId', 'R'],
    ['HostId', 'H'],
  ] as const
  expect(errorElement(error, ids)).toBe(
    '<Error><Code>NoSuchKey</Code><Message>It is gone.</Message><Key>a&amp;b</Key><RequestId>R</RequestId><HostId>H</HostId></Error>',
  )
})

describe('text in an error body', () => {
  test.each([
    ['<a href="b">&', '&lt;a href=&quot;b&quot;&gt;&amp;'],
    ['a\nb\tc', 'a\nb\tc'],
    ['a\rb', 'a&#13;b'],
    ['a\u0000b\u001f', 'a\ufffdb\ufffd'],
    ['\ud800', '\ufffd'],
    ['é 你 😀', 'é 你 😀'],
  ])('%j', (text, wanted) => {
    expect(escapeXml(text)).toBe(wanted)
  })

  test('can always stand in an XML 1.0 document', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeXml(text)).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        expect(escapeXml(text).replace(/&(amp|lt|gt|quot|#13);/g, '')).not.toMatch(/[<>&"]/)
      }),
    )
  })
})
