import { describe, expect, test } from 'vitest'
import { openKeptJournal } from '../../../mocks/stores/kept-journal.ts'
import { draft, entry } from './store-laws.ts'

describe('a journal in memory', () => {
  test('writes an entry down when it is read for the first time, and once', () => {
    const journal = openKeptJournal(10)
    let drafts = 0
    const written = () => {
      drafts++
      return entry
    }
    const seq = journal.add({ written })
    expect([seq, drafts]).toEqual([1, 0])
    expect(journal.after(0)).toEqual([{ seq: 1, ...entry }])
    expect(journal.entry(seq)).toBe(journal.after(0)[0])
    expect(drafts).toBe(1)
  })

  test('gives the newest after a number, however many there have been', () => {
    const journal = openKeptJournal(4)
    const numbers = (after: number) => journal.after(after).map(({ seq }) => seq)
    expect(numbers(0)).toEqual([])
    for (let i = 0; i < 23; i++) journal.add(draft)
    expect(numbers(0)).toEqual([20, 21, 22, 23])
    expect(numbers(21)).toEqual([22, 23])
    expect(numbers(23)).toEqual([])
    expect(numbers(99)).toEqual([])
    journal.clear()
    expect(numbers(0)).toEqual([])
    journal.add(draft)
    expect(numbers(0)).toEqual([24])
  })
})
