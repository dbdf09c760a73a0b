import type { IncomingMessage } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { closeAll, fetched, item, path, sendJson, spoken, standing, upstream, watched } from './proxied.ts'

afterEach(closeAll)

describe('what passes through the proxy', () => {
  test('never alters what passes: order, letters and repetition of headers, and every byte of a body', async () => {
    const seen: { raw: readonly string[]; url: string; body: string }[] = []
    const target = await upstream(async (asked: IncomingMessage, to) => {
      const pieces: Buffer[] = []
      for await (const piece of asked) pieces.push(piece)
      seen.push({
        raw: asked.rawHeaders,
        url: asked.url ?? '',
        body: Buffer.concat(pieces).toString('latin1'),
      })
      to.sendDate = false
      to.writeHead(200, 'Fine', [
        'Set-Cookie',
        'a=1',
        'X-Odd',
        'caf\u00e9',
        'set-cookie',
        'b=2',
        'Content-Length',
        '4',
      ])
      to.end(Buffer.from([0, 255, 10, 13]))
    })
    await watched(`${target}/base/`, async (url) => {
      await fetched(`${url}${path}`)
      const answer = await spoken(
        url,
        [
          'POST /v1/%2e%2e/x?q=a%20b&&c HTTP/1.1',
          'HOST: proxy.test',
          'X-Twice: 1',
          'AUTHORIZATION: caf\u00e9',
          'x-twice: 2',
          'Connection: close, X-Hop',
          'X-Hop: gone',
          'TE: trailers',
          'Transfer-Encoding: chunked',
          '',
          '3\r\na\u00ffb\r\n0\r\n\r\n',
        ].join('\r\n'),
      )
      expect(
        answer
          .split('\r\n\r\n')[0]
          ?.split('\r\n')
          .filter((line) => !/^connection/i.test(line)),
      ).toEqual([
        'HTTP/1.1 200 Fine',
        'Set-Cookie: a=1',
        'X-Odd: caf\u00e9',
        'set-cookie: b=2',
        'Content-Length: 4',
      ])
      expect(answer.endsWith('\r\n\r\n\0\u00ff\n\r')).toBe(true)
    })
    const [, asked] = seen
    expect(asked?.url).toBe('/base/v1/%2e%2e/x?q=a%20b&&c')
    expect(asked?.body).toBe('a\u00ffb')
    expect(asked?.raw).toEqual([
      'Host',
      new URL(target).host,
      'X-Twice',
      '1',
      'X-Twice',
      '2',
      'AUTHORIZATION',
      'caf\u00e9',
      'Transfer-Encoding',
      'chunked',
      'Connection',
      'close',
    ])
  })

  test('passes an answer to HEAD without its body, and one without any', async () => {
    const target = await upstream((asked, to) => {
      if (asked.method === 'HEAD') to.writeHead(200, { 'content-length': '900' }).end()
      else to.writeHead(204).end()
    })
    await watched(target, async (url) => {
      const head = await spoken(url, `HEAD ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      expect(head.toLowerCase()).toContain('content-length: 900')
      expect(head.toLowerCase()).not.toContain('transfer-encoding')
      expect((await fetched(`${url}${path}`)).status).toBe(204)
    })
  })

  test('passes the head of an answer on before its body has come, and what follows the body', async () => {
    const { promise: headSeen, resolve: seeHead } = Promise.withResolvers<void>()
    const target = await upstream((_, to) => {
      to.writeHead(200, { 'content-type': 'application/json', trailer: 'X-Sum' }).flushHeaders()
      void headSeen.then(() => {
        to.addTrailers({ 'X-Sum': '7' })
        to.end(JSON.stringify({ data: [item] }))
      })
    })
    const { told } = await watched(target, async (url) => {
      const response = await fetch(`${url}${path}`)
      seeHead()
      expect(await response.json()).toEqual({ data: [item] })
      const whole = await spoken(url, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      expect(whole).toContain('X-Sum: 7\r\n')
    })
    expect(told).toEqual([])
  })

  test('keeps to the one upstream, whatever host a request names', async () => {
    const asked: string[] = []
    const target = await upstream((request, to) => {
      asked.push(`${request.headers.host}${request.url}`)
      sendJson(to, { data: [item] })
    })
    const other = await upstream((_, to) => to.end('the other'))
    await watched(target, async (url) => {
      const text = `GET ${other}${path} HTTP/1.1\r\nHost: ${new URL(other).host}\r\nConnection: close\r\n\r\n`
      expect(await spoken(url, text)).not.toContain('the other')
    })
    expect(asked).toEqual([`${new URL(target).host}${path}`])
  })

  test('answers 502 with the cause where the vendor is down, and ends with 2: silence proves nothing', async () => {
    const port = await standing(createSocketServer())
    closeAll()
    const { code, err } = await watched(`http://127.0.0.1:${port}`, async (url) => {
      const { status, text, headers } = await fetched(`${url}${path}`)
      expect(status).toBe(502)
      expect(headers.get('x-playhead-error')).toBe('upstream-unreachable')
      expect(JSON.parse(text).error.act).toContain('ECONNREFUSED')
    })
    expect(code).toBe(2)
    expect(err).toContain('nothing-observed')
    expect(err).toContain('ECONNREFUSED')
  })

  test('hangs up where the vendor hangs up, and says nothing of half an answer', async () => {
    const target = await upstream((_, to) => {
      to.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"data"')
      setImmediate(() => to.destroy())
    })
    const { code, err } = await watched(target, async (url) => {
      await expect(fetched(`${url}${path}`)).rejects.toThrow()
    })
    expect(code).toBe(2)
    expect(err).toContain('1 request ended before the whole answer had come.')
  })
})
