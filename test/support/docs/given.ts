import { projectFolder } from '../house/tree.ts'

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

/** What the reader of a page has already, by the page: a client that passes, or one that is wrong in the way it speaks of. */
export const givenTo: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/baseline.md': { 'adapter.ts': builtin('broken/hoarder') },
  'docs/case-file.md': { 'adapter.ts': builtin('broken/hoarder') },
  'docs/ci.md': { 'adapter.ts': builtin('reference') },
  'docs/config.md': { 'playhead-adapter.ts': builtin('reference') },
  'docs/observe.md': app,
}
