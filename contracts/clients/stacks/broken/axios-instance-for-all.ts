import { fetchByAxios, plainAxios } from '../axios.ts'
import { brokenOn } from '../broken-on.ts'

/** Sets the key on every request that it makes by axios, storage's too. */
export const axiosInstanceForAll = brokenOn('axios-instance-for-all', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['drop-the-key-on-redirect'],
  wrong: ({ credentials }) => fetchByAxios({ ...plainAxios, headers: credentials }),
  right: () => fetchByAxios(plainAxios),
})
