import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../house/tree.ts'

/** A file of ours, as a clone has it. */
const ours = (path: string): string => readFileSync(join(projectFolder, path), 'utf8')

const builtin = (name: string): string =>
  [
    `import { builtinClients } from '${projectFolder}/contracts/clients/index.ts'`,
    `export const { connect, capabilities } = await builtinClients['${name}']()`,
  ].join('\n')

/** An app whose tests ask for one recording. */
const app = {
  'package.json': '{ "type": "module", "private": true, "scripts": { "test": "node app.test.js" } }',
  'app.test.js': `
const { PLAYHEAD_OSVI_URL, PLAYHEAD_OSVI_KEY } = process.env
const id = '00000000-0000-4000-8000-000000000001'
await fetch(\`\${PLAYHEAD_OSVI_URL}/v1/call/\${id}/recording\`, { headers: { 'api-token': PLAYHEAD_OSVI_KEY } })
`,
}

/** A frontend of one line. */
const frontend = {
  'index.html': '<!doctype html><title>An app</title><script type="module" src="/src/main.ts"></script>',
  'src/main.ts': "document.title = 'An app that runs'",
}

/** What the reader of a page has already, by the page: a client that passes, or one that is wrong in the way it speaks of. */
export const givenTo: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': {
    'contracts/index.ts': `export * from '${projectFolder}/contracts/index.ts'`,
    'examples/first-client.ts': ours('examples/first-client.ts'),
    'examples/drivers/python.py': ours('examples/drivers/python.py'),
  },
  'docs/baseline.md': { 'adapter.ts': builtin('broken/hoarder') },
  'docs/case-file.md': { 'adapter.ts': builtin('broken/hoarder') },
  'docs/ci.md': { 'adapter.ts': builtin('reference') },
  'docs/config.md': { 'playhead-adapter.ts': builtin('reference') },
  'docs/how-to/serve-it-from-vite.md': frontend,
  'docs/how-to/see-it-in-the-deck.md': { 'adapter.ts': builtin('broken/hoarder') },
  'docs/observe.md': app,
}
