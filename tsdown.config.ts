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
    vite: 'mocks/hosts/vite.ts',
    deck: 'mocks/hosts/deck.ts',
    contracts: 'contracts/index.ts',
    vitest: 'contracts/entries/vitest.ts',
    'node-test': 'contracts/entries/node-test.ts',
    // What node loads in place of the three that stand on a package of the user's own: they ask for it by name.
    'asking/msw': 'mocks/hosts/asking/msw.ts',
    'asking/nock': 'mocks/hosts/asking/nock.ts',
    'asking/vitest': 'contracts/entries/asking/vitest.ts',
    ...Object.fromEntries(vendors.map((vendor) => [`types/${vendor}`, `generated/${vendor}/types.ts`])),
    'bin/playhead': 'bin/playhead.ts',
  },
  format: 'esm',
  // Not node, whose helpers reach for node:module in files that a browser loads as well.
  platform: 'neutral',
  target: 'node22.20',
  // Packages stay what they are: dependencies come along, the optional ones are the user's own.
  // The deck's small view library is no concern of theirs.
  deps: { neverBundle: true, alwaysBundle: ['preact', /^preact\//, /^@preact\//] },
  fixedExtension: false,
  dts: true,
  hash: false,
  outputOptions: { chunkFileNames: 'shared/[name].js' },
})
