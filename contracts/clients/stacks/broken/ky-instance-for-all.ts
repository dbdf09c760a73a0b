import { brokenOn } from '../broken-on.ts'
import { fetchByKy, plainKy } from '../ky.ts'

/** Keeps the key in the headers of its one ky instance, which asks storage too. */
export const kyInstanceForAll = brokenOn('ky-instance-for-all', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['drop-the-key-on-redirect'],
  wrong: (bench) => fetchByKy(bench, { ...plainKy, headers: bench.credentials }),
  right: (bench) => fetchByKy(bench, plainKy),
})
