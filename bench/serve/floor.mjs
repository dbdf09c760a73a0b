import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The floor: a bare server that sends the same bytes to whoever asks: `node floor.mjs FILE PORT`. It is plain JavaScript, so that
// nothing is stripped of types before it begins.
const [file = '', port] = process.argv.slice(2)
const { status, headers, body } = JSON.parse(readFileSync(file, 'utf8'))
const bytes = Buffer.from(body, 'base64')

createServer((_, response) => {
  response.sendDate = false
  response.writeHead(status, headers).end(bytes)
}).listen(Number(port), '127.0.0.1')
