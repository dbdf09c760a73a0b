import { readFileSync } from 'node:fs'

const [port, file = ''] = process.argv.slice(2)
const read = JSON.parse(readFileSync(file, 'utf8'))

/** What a script of this folder is told: where to listen, Quo's document, and the answer to send, as text. */
export const told: { readonly port: number; readonly document: string; readonly body: string } = {
  port: Number(port),
  document: read.document,
  body: read.body,
}
