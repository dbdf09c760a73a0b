import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fault } from './fuzz.ts'

const folder = fileURLToPath(new URL('../../.playhead/fuzz/', import.meta.url))

/** Keeps the smallest input that shows a fault, and says how to see it again. */
export const keepFault = (target: string, fault: Fault): string => {
  const { seed, path } = fault
  const file = `${folder}${target}-${seed}.json`
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ target, ...fault }, undefined, 2)}\n`)
  const again = `npm run fuzz -- --only ${target} --seed ${seed}${path === undefined ? '' : ` --path ${path}`}`
  return `${target}: ${fault.why}\nKept in ${file}; again: ${again}`
}
