import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { peers } from '../../../bench/peers/peers.ts'
import { scratch } from '../../../bench/scratch.ts'
import { peersOn } from '../../../bench/serve/entrants.ts'

const folder = scratch()
afterEach(() => folder.end())

test('no two peers share a name', () => {
  expect(new Set(peers.map(({ name }) => name)).size).toBe(peers.length)
})

test('a peer is a program of this machine on the port it is given, or says what is not there', () => {
  const answer = { status: 200, headers: ['content-type', 'application/json'], body: btoa('{"data":[]}') }
  const asked = { path: '/v1/call-recordings/AC1', headers: { authorization: 'a-key' } }
  const all = peersOn(folder.open(), answer, asked)
  expect(all.map(({ who }) => who)).toEqual(peers.map(({ name }) => name))
  for (const { who, program } of all)
    if ('missing' in program)
      expect(program.missing, who).toMatch(/^not installed: npm ci|^no \w+ on this machine/)
    else {
      const [file] = program.command(4999)
      expect(existsSync(file), who).toBe(true)
      expect(program, who).toMatchObject(asked)
    }
})
