import { describe, expect, test } from 'vitest'
import { draftOf, longestBody } from '../../mocks/journal.ts'
import type { WireBody } from '../../mocks/world/exchange.ts'

const signature = 'a'.repeat(64)
const request = {
  method: 'GET',
  path: `/bucket/key?X-Amz-Signature=${signature}`,
  headers: { authorization: 'playhead-quo', range: 'bytes=0-9' },
}
const sighting = { origin: 'api' as const, grants: [], breaks: [] }
const noted = (body: WireBody) =>
  draftOf(
    5,
    request,
    { status: 200, headers: { location: `/x?X-Amz-Signature=${signature}` }, body },
    sighting,
  )

describe('an exchange that is noted down', () => {
  test('holds no secret, wherever it stood', () => {
    const text = JSON.stringify(
      noted(`{"url":"http://s3.test/a?X-Amz-Signature=${signature}&b=1"}`).written(),
    )
    expect(text).not.toContain(signature)
    expect(text).not.toContain('playhead-quo')
    expect(text).toContain('bytes=0-9')
  })

  test('shows nothing until it is written down', () => {
    const draft = noted(`secret ${signature}`)
    expect(JSON.stringify(draft)).toBe('{}')
    expect(Reflect.ownKeys(draft)).toEqual([])
  })

  test('has the beginning of a long text, and of media the length', () => {
    expect(noted('é'.repeat(longestBody + 1)).written().response.body).toBe('é'.repeat(longestBody))
    const media = {
      length: 9,
      read: (): Uint8Array => {
        throw new Error('Nobody listens to a journal')
      },
    }
    const { response } = noted(media).written()
    expect(response).toMatchObject({ bytes: 9 })
    expect(response).not.toHaveProperty('body')
    expect(noted(undefined).written().response).toEqual({
      status: 200,
      headers: { location: '/x?X-Amz-Signature=•••' },
    })
  })
})
