import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ask, control } from '../replicas/asked.ts'
import { startedMock } from '../support/command-line.ts'
import { freePorts } from '../support/free-port.ts'
import { projectFolder } from '../support/house/tree.ts'
import { hasNginx, startNginxWith } from '../support/nginx.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'

const folder = join(projectFolder, 'examples/compose')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly depends_on?: unknown
}

const services: Readonly<Record<string, Service>> = parse(read('compose.yaml')).services
const replicas = Object.entries(services).filter(([, { build }]) => build !== undefined)

describe('the example with containers', () => {
  test('names files, services and variables that exist', () => {
    expect(Object.keys(services)).toEqual(['one', 'two', 'redis', 'balancer'])
    expect(replicas.map(([name]) => name)).toEqual(['one', 'two'])
    for (const [, { build, environment }] of replicas) {
      expect(existsSync(join(folder, build?.context ?? '', build?.dockerfile ?? ''))).toBe(true)
      expect(Object.keys(environment ?? {})).toEqual(['PLAYHEAD_TOKEN'])
    }
    for (const volume of services.balancer?.volumes ?? [])
      expect(existsSync(join(folder, volume.split(':')[0] ?? ''))).toBe(true)
    const upstreams = [...read('nginx.conf').matchAll(/server (\w+):(\d+);/g)].map(([, name, port]) => [
      name,
      port,
    ])
    expect(upstreams).toEqual([
      ['one', '4010'],
      ['two', '4010'],
      ['one', '4011'],
      ['two', '4011'],
    ])
    const listens = [...read('nginx.conf').matchAll(/listen (\d+);/g)].map(([, port]) => port)
    expect(services.balancer?.ports?.map((port) => port.split(':').at(-1))).toEqual(listens)
  })

  test('calls the program that the package has, where the package would be installed', () => {
    const { bin, name } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
    const docker = read('Dockerfile')
    expect(docker).toContain(`ENTRYPOINT ["node_modules/.bin/${Object.keys(bin)[0]}"]`)
    expect(docker).toContain(`COPY --from=build /${name}-*.tgz /`)
  })

  test.skipIf(!hasRedis || !hasNginx)(
    'is one backend with its command lines and its nginx.conf (skipped without redis-server or nginx)',
    async () => {
      const redis = await startRedis()
      const [api = 0, storage = 0, ...ports] = await freePorts(6)
      const [url, storageUrl] = [`http://127.0.0.1:${api}`, `http://127.0.0.1:${storage}`]
      const token = 'a-token-that-both-share'
      const mocks = []
      try {
        // Everything as it is written, but for the places: here all of them are on the loopback.
        let places = read('nginx.conf').replace('listen 8080', `listen 127.0.0.1:${api}`)
        places = places.replace('listen 8081', `listen 127.0.0.1:${storage}`)
        for (const [nth, [name, { command = [] }]] of replicas.entries()) {
          const [port = 0, storagePort = 0] = ports.slice(nth * 2)
          const [verb, ...options] = command
          expect(verb).toBe('mock')
          const here = options.map((option) =>
            option
              .replace('--host=0.0.0.0', '--host=127.0.0.1')
              .replace('=4010', `=${port}`)
              .replace('=4011', `=${storagePort}`)
              .replace('redis://redis:6379', redis.url)
              .replace('http://localhost:8080', url)
              .replace('http://localhost:8081', storageUrl),
          )
          mocks.push(await startedMock([...here, '--json'], { PLAYHEAD_TOKEN: token }))
          places = places.replace(`${name}:4010`, `127.0.0.1:${port}`)
          places = places.replace(`${name}:4011`, `127.0.0.1:${storagePort}`)
        }
        const balancer = await startNginxWith(
          places.slice(places.indexOf('http {') + 6, places.lastIndexOf('}')),
        )
        try {
          await control(url, '/clock', { verb: 'set', value: '2026-01-31T09:00:00Z' }, 'POST', token)
          await control(url, '/clock', { verb: 'freeze' }, 'POST', token)
          const { headers: first } = await ask(url)
          const answer = await ask(url)
          expect(answer.headers.get('date')).toBe(first.get('date'))
          expect(new Date(answer.headers.get('date') ?? '').toISOString()).toMatch(/^2026-01-31T09:00:/)
          const { data } = (await answer.json()) as { data: { recording_url: string } }
          expect(new URL(data.recording_url).origin).toBe(storageUrl)
          expect((await fetch(data.recording_url)).status).toBe(200)
          expect((await fetch(`${url}/__playhead/clock`)).status).toBe(401)
        } finally {
          await balancer.close()
        }
      } finally {
        for (const mock of mocks) await mock.end()
        await redis.close()
      }
    },
  )
})
