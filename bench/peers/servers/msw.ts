import { createServer } from 'node:http'
import { getResponse, HttpResponse, http } from 'msw'
import { told } from './told.ts'

const answer = JSON.parse(told.body)
const handlers = [http.get('*/v1/call-recordings/:id', () => HttpResponse.json(answer))]

createServer(async (request, response) => {
  const url = `http://${request.headers.host}${request.url}`
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, `${value}`])
  const given = await getResponse(handlers, new Request(url, { headers }))
  if (!given) response.writeHead(404).end()
  else response.writeHead(given.status, Object.fromEntries(given.headers)).end(await given.text())
}).listen(told.port, '127.0.0.1')
