import { defineConfig } from 'tsdown'

const vendors = ['quo', 'osvi', 'envoy', 'feather', 'voqo']

/** One bundled file an entry of the package, and one for the command; what they share lies in dist/shared. */
export default defineConfig({
  entry: {
    index: 'mocks/index.ts',
    world: 'mocks/world/index.ts',
    msw: 'mocks/hosts/msw.ts',
    nock: 'mocks/hosts/nock.ts',
    node: 'mocks/hosts/node.ts',
    contracts: 'contracts/index.ts',
    vitest: 'contracts/entries/vitest.ts',
    'node-test': 'contracts/entries/node-test.ts',
    ...Object.fromEntries(vendors.map((vendor) => [`types/${vendor}`, `generated/${vendor}/types.ts`])),
    'bin/playhead': 'bin/playhead.ts',
  },
  format: 'esm',
  // Not node, whose helpers reach for node:module in files that a browser loads as well.
  platform: 'neutral',
  target: 'node22.20',
  // Packages stay what they are: dependencies come along, the optional ones are the user's own.
  deps: { neverBundle: true },
  fixedExtension: false,
  dts: true,
  hash: false,
  outputOptions: { chunkFileNames: 'shared/[name].js' },
})
