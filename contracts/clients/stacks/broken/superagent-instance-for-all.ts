import { brokenOn } from '../broken-on.ts'
import { fetchBySuperagent, plainSuperagent } from '../superagent.ts'

/** Sets the key on every request that it makes by superagent, storage's too. */
export const superagentInstanceForAll = brokenOn('superagent-instance-for-all', {
  caughtBy: 'never-send-the-key-to-storage',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['drop-the-key-on-redirect'],
  wrong: ({ credentials }) => fetchBySuperagent((request) => plainSuperagent(request.set(credentials))),
  right: () => fetchBySuperagent(plainSuperagent),
})
