import type { Vendor } from '../../mocks/vendors/define.ts'

/** A file that `playhead init` writes. */
export interface NewFile {
  readonly path: string
  readonly text: string
  /** What it is for, in a few words. */
  readonly purpose: string
}

/** What a project is like, as far as the files depend on it. */
export interface Project {
  /** Of the files: `ts`, or `mts` where a project's own files are not modules. */
  readonly extension: 'ts' | 'mts'
  readonly vendors: readonly [Vendor, ...Vendor[]]
}

const config = (adapter: string, { extension, vendors }: Project): NewFile => ({
  path: `playhead.config.${extension}`,
  purpose: 'what `playhead verify` does when it is told nothing else',
  text: `import { defineConfig } from 'playhead'

export default defineConfig({
  client: './${adapter}',
  vendors: [${vendors.map(({ id }) => `'${id}'`).join(', ')}],
})
`,
})

/** The path of a vendor's recordings, as a template of what is asked for. */
const pathOf = ({ operations }: Vendor): string => {
  const { path = '' } = operations.find(({ asks }) => asks === 'recording') ?? {}
  return path.replace(/\{[^}]+\}/, () => `\${encodeURIComponent(ref)}`)
}

const paths = (vendors: Project['vendors']): string =>
  vendors.map((vendor) => `  ${vendor.id}: (ref: string) => \`${pathOf(vendor)}\`,`).join('\n')

const adapter = (path: string, { vendors }: Project): NewFile => ({
  path,
  purpose: 'how your client is plugged in: put it where the comment says',
  text: `import { type Bench, outcomeFrom, type RecordingClient } from 'playhead/contracts'

export const name = 'my-client'

const paths: Record<string, (ref: string) => string> = {
${paths(vendors)}
}

/** Connects the client under test. Take time, network and log from what is handed in, so that a run can be repeated. */
export const connect = ({ vendor, baseUrl, credentials, fetch, now }: Bench): RecordingClient => ({
  async getRecording(ref) {
    // Call your own client here, and say what it concluded; this one asks, reads and hands out.
    const response = await fetch(\`\${baseUrl}\${paths[vendor]?.(ref)}\`, { headers: credentials })
    const { status, headers } = response
    return outcomeFrom(vendor, { status, headers, body: await response.text() }, now())
  },
})
`,
})

const workflow: NewFile = {
  path: '.github/workflows/playhead.yml',
  purpose: 'the gate in CI: no client that breaks a MUST is merged',
  text: `name: playhead
on: [push, pull_request]
permissions:
  contents: read
jobs:
  verify:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm ci
      - run: npx playhead verify
      # Each failure as a case file: \`playhead replay\` shows it again.
      - if: failure()
        uses: actions/upload-artifact@v4
        with:
          name: playhead-cases
          path: .playhead
          include-hidden-files: true
`,
}

/** What a project needs to be verified on every change. */
export const filesFor = (project: Project): readonly NewFile[] => {
  const path = `playhead-adapter.${project.extension}`
  return [config(path, project), adapter(path, project), workflow]
}
