import { defineConfig } from 'tsdown'

/** One bundled file an entry of the package, and one for the command; what they share lies in dist/shared. */
export default defineConfig({
  entry: {
    index: 'mocks/index.ts',
    world: 'mocks/world/index.ts',
    msw: 'mocks/hosts/msw.ts',
    nock: 'mocks/hosts/nock.ts',
    node: 'mocks/hosts/node.ts',
    contracts: 'contracts/index.ts',
    'bin/playhead': 'bin/playhead.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node22.20',
  // Packages stay what they are: dependencies come along, the optional ones are the user's own.
  deps: { neverBundle: true },
  fixedExtension: false,
  dts: true,
  hash: false,
  outputOptions: { chunkFileNames: 'shared/[name].js' },
})
