import { imported } from './imported.ts'
import { told } from './told.ts'

interface Context {
  readonly req: { param(name: string): string }
  json(value: unknown): Response
}

interface App {
  get(path: string, handle: (context: Context) => Response): void
  readonly fetch: (request: Request) => Response | Promise<Response>
}

const { Hono } = await imported<{ Hono: new () => App }>('hono')
const { serve } = await imported<{
  serve: (options: { fetch: App['fetch']; port: number; hostname: string }) => unknown
}>('@hono/node-server')

const answer = JSON.parse(told.body)
const app = new Hono()
app.get('/v1/call-recordings/:id', (context) => context.json(answer))
serve({ fetch: app.fetch, port: told.port, hostname: '127.0.0.1' })
