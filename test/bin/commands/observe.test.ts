import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Said, said } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Looks a recording up and reads it, as Python programs do. @param storageHeaders what it sends along to storage */
const python = (storageHeaders: string): string => `
import json, os, sys, urllib.request
ready = json.loads(os.environ['PLAYHEAD_READY'])['vendors']['osvi']
key = {'API-Token': os.environ['PLAYHEAD_OSVI_KEY']}
lookup = os.environ['PLAYHEAD_OSVI_URL'] + '/v1/call/' + ready['refs']['playable'] + '/recording'
with urllib.request.urlopen(urllib.request.Request(lookup, headers=key)) as answer:
    url = json.load(answer)['data']['recording_url']
with urllib.request.urlopen(urllib.request.Request(url, headers=${storageHeaders})) as media:
    sys.exit(0 if len(media.read()) > 1000 else 9)
`

/** The same with curl, which reads the URL out of the answer as shells do. @param query what it adds to the URL */
const shell = (query: string): string => `
set -eu
url=$(curl -sS -H "Authorization: $PLAYHEAD_QUO_KEY" "$PLAYHEAD_QUO_URL/v1/call-recordings/ACplayable" | sed 's/.*"url":"\\([^"]*\\)".*/\\1/')
curl -sS -o /dev/null "$url${query}"
`

const recorded = async (
  name: string,
  ...command: readonly string[]
): Promise<{ run: Said; file: string }> => {
  const file = join(folder, name)
  const env = { PATH: process.env.PATH }
  return { run: await said(['mock', '--record', file, '--', ...command], { env }), file }
}

/** A run of a client in Python that sends its key to storage, recorded once for all that need one. */
let wrongRun: ReturnType<typeof recorded> | undefined
const recordedWrong = (): ReturnType<typeof recorded> => {
  wrongRun ??= recorded('wrong.jsonl', 'python3', fileOf('wrong.py', python('key')))
  return wrongRun
}

describe('observe', () => {
  test('passes a right client in Python, whose keys and signatures are not in the file', async () => {
    const { run, file } = await recorded('right.jsonl', 'python3', fileOf('right.py', python('{}')))
    expect(run).toEqual({ code: 0, out: '', err: '' })
    const { code, out, err } = await said(['observe', file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('4 passed, 0 failed')
    expect(readFileSync(file, 'utf8')).not.toMatch(/playhead-osvi-16|Signature=[0-9a-f]/)
  })

  test('fails one that sends its key to storage, and shows where', async () => {
    const { run, file } = await recordedWrong()
    expect(run.code).toBe(0)
    const { code, out } = await said(['observe', file])
    expect(code).toBe(1)
    expect(out).toContain('FAIL  never-send-the-key-to-storage  MUST')
    expect(out).toContain('it sent the header api-token to storage')
    expect(out).toMatch(/GET url#1 → .*← here/)
  })

  test.for<[string, string, number, string]>([
    ['right', '', 0, '4 passed, 0 failed'],
    ['wrong', '&download=1', 1, 'FAIL  use-the-url-byte-for-byte'],
  ])('judges curl: %s', async ([name, query, exit, told]) => {
    const { file } = await recorded(`curl-${name}.jsonl`, 'sh', fileOf(`${name}.sh`, shell(query)))
    const { code, out } = await said(['observe', file])
    expect(out).toContain(told)
    expect(code).toBe(exit)
  })

  test('tells a torn last line, passes over it, and says that the run has no end', async () => {
    const { file } = await recorded('torn.jsonl', 'sh', '-c', 'curl -sS "$PLAYHEAD_URL/nowhere" >/dev/null')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.slice(0, text.lastIndexOf('{"kind":"end"') - 9))
    const { code, out, err } = await said(['observe', file])
    expect(err).toContain('Line 4 was not written to its end, and is passed over.')
    expect(err).toContain('The run was not recorded to its end')
    expect(err).toContain('for a URL that nobody told: 1.')
    expect(out).toContain('ERROR  all: nothing was asked of any vendor in this run')
    expect(code).toBe(2)
  })

  test('follows a run while it grows, tells what is broken as it is seen, and ends with the recording', async () => {
    const { file } = await recordedWrong()
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const growing = fileOf('growing.jsonl', `${lines[0]}\n`)
    const told: string[] = []
    const watching = said(['observe', growing, '--watch'], { err: (text) => told.push(text) })
    await expect.poll(() => told.join()).toContain('Watching')
    appendFileSync(growing, `${lines.slice(1, -1).join('\n')}\n`)
    await expect.poll(() => told.join(), { timeout: 10_000 }).toContain('FAIL  never-send-the-key-to-storage')
    appendFileSync(growing, `${lines.at(-1)}\n`)
    const { code, out } = await watching
    expect({ code, told: told.length }).toEqual({ code: 1, told: 2 })
    expect(out).toContain('1 failed')
  })

  test('stops following when it is told to', async () => {
    const { file } = await recorded('stopped.jsonl', 'true')
    const text = readFileSync(file, 'utf8')
    const open = fileOf('open.jsonl', text.slice(0, text.indexOf('{"kind":"end"')))
    const ending = new AbortController()
    const told: string[] = []
    const watching = said(['observe', open, '--watch'], {
      signal: ending.signal,
      err: (line) => told.push(line),
    })
    await expect.poll(() => told.join()).toContain('Watching')
    ending.abort()
    expect((await watching).code).toBe(2)
  })

  test('writes a run as HAR, and judges that alike', async () => {
    const { file } = await recordedWrong()
    const har = join(folder, 'run.har')
    const first = await said(['observe', file, '--har', har])
    const second = await said(['observe', har])
    expect(second.code).toBe(1)
    expect(second.out.replaceAll(har, file)).toBe(first.out)
  })

  test.for<[string, string[], string]>([
    ['no file', [], 'Cannot observe nothing'],
    ['two files', ['a', 'b'], 'Cannot observe 2 files at once'],
    ['a file that is not there', ['gone.jsonl'], 'there is no such file'],
    ['a file of something else', ['package.json'], 'as a recorded run'],
  ])('refuses %s', async ([, argv, what]) => {
    const { code, out, err } = await said(['observe', ...argv])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(what)
  })
})
