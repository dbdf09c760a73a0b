import type { Trial } from './trial.ts'

// Vitest's own tests want one of its workers, which takes longer to start than most files take to run. Its expectations do not.
export { expect } from 'vitest'

/** Every test that was declared so far, in order. */
export const declared: Trial[] = []

type Body = (...given: readonly unknown[]) => unknown

let within: readonly string[] = []

const add = (name: string, body: () => unknown): void => {
  const whole = `${declared.length} ${[...within, name].join(' > ')}`
  declared.push({
    name: whole,
    run: async () => {
      try {
        await body()
        return undefined
      } catch (error) {
        return String(error)
      }
    },
  })
}

const group = (name: string, body: () => unknown): void => {
  const outer = within
  within = [...outer, name]
  body()
  within = outer
}

type Declare = (name: string, body: () => unknown) => void

/** For each row of a table: a row that is a list is handed over as arguments. */
const eachBy =
  (declare: Declare) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) declare(name, () => (Array.isArray(row) ? body(...row) : body(row)))
  }

const forBy =
  (declare: Declare) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) declare(name, () => body(row))
  }

/** As vitest's, for what the unit tests use of it. */
export const test = Object.assign(add, { each: eachBy(add), for: forBy(add) })

/** As vitest's, for what the unit tests use of it. */
export const describe = Object.assign(group, { each: eachBy(group), for: forBy(group) })
