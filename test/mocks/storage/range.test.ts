import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeRange, sliceBody } from '../../../mocks/storage/range.ts'
import { bodyOf } from './a-bucket.ts'

const part = (from: number, to: number) => ({ kind: 'part', from, to })
const whole = { kind: 'whole' }
const unsatisfiable = { kind: 'unsatisfiable' }

// The cases of versitygw's GetObject_with_range, which were tried on S3, and of ceph's test_ranged_*.
describe('a range of 100 bytes', () => {
  test.each([
    [undefined, whole],
    ['', whole],
    ['bytes=,', whole],
    ['bytes=-', whole],
    ['bytes= -1', whole],
    ['bytes=--1', whole],
    ['bytes=0 -1', whole],
    ['bytes=0--1', whole],
    ['bytes=10-5', whole],
    ['bytes=102-0', whole],
    ['bytes=abc', whole],
    ['bytes=a-z', whole],
    ['bytes=100-x', whole],
    ['bytes=0x1-2', whole],
    ['bytes=1.5-2', whole],
    ['bytes=0-0,1-2', whole],
    ['bytes=0-1\n', whole],
    ['foo=0-1', whole],
    ['bytes:0-1', whole],
    ['bytes=00-01', part(0, 2)],
    ['bytes=-1', part(99, 100)],
    ['bytes=-100', part(0, 100)],
    ['bytes=-101', part(0, 100)],
    ['bytes=0-0', part(0, 1)],
    ['bytes=0-1', part(0, 2)],
    ['bytes=0-99', part(0, 100)],
    ['bytes=0-100', part(0, 100)],
    ['bytes=4-', part(4, 100)],
    ['bytes=0-', part(0, 100)],
    ['bytes=99-99', part(99, 100)],
    ['bytes=0-99999999999999999999999', part(0, 100)],
    [`bytes=0-${'9'.repeat(400)}`, part(0, 100)],
    ['bytes=-99999999999999999999999', part(0, 100)],
    ['bytes=-0', unsatisfiable],
    ['bytes=100-', unsatisfiable],
    ['bytes=100-100', unsatisfiable],
    ['bytes=100-110', unsatisfiable],
    ['bytes=99999999999999999999-99999999999999999999', unsatisfiable],
  ])('%j', (header, wanted) => {
    expect(judgeRange(header, 100)).toEqual(wanted)
  })
})

// versitygw's GetObject_zero_len_with_range and ceph's test_ranged_request_empty_object.
describe('a range of an empty object', () => {
  test.each([
    ['bytes=-1', whole],
    ['bytes=a-z', whole],
    ['bytes=0-0,1-2', whole],
    ['bytes=0-', unsatisfiable],
    ['bytes=0-0', unsatisfiable],
    ['bytes=00-01', unsatisfiable],
    ['bytes=40-50', unsatisfiable],
    ['bytes=-0', unsatisfiable],
  ])('%j', (header, wanted) => {
    expect(judgeRange(header, 0)).toEqual(wanted)
  })
})

describe('a part of a body', () => {
  const size = fc.integer({ min: 1, max: 300 })
  const at = fc.integer({ min: -20, max: 320 })

  test('is what a slice of its bytes is, however it is read', () => {
    fc.assert(
      fc.property(size, fc.nat(299), fc.nat(299), at, at, (length, a, b, from, to) => {
        const [first, end] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)]
        const part = sliceBody(bodyOf(length), first, end)
        const bytes = bodyOf(length).read(first, end)
        expect(part.length).toBe(bytes.length)
        expect([...part.read(from, to)]).toEqual([...bytes.slice(Math.max(0, from), Math.max(0, to))])
      }),
    )
  })

  test('is not read before it is asked for', () => {
    const body = {
      length: 10,
      read: (): Uint8Array => {
        throw new Error('It was read')
      },
    }
    expect(sliceBody(body, 2, 5).length).toBe(3)
  })

  test('has no length where its ends are crossed', () => {
    expect(sliceBody(bodyOf(10), 5, 2).length).toBe(0)
  })
})
