import { createClient } from '@hey-api/client-fetch'
import { correct } from '../../correct.ts'
import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, plainHeyApi } from '../hey-api.ts'

/** An id as hey-api's client puts it into a path. */
const placed = (id: string): string => createClient().buildUrl({ url: '/{id}', path: { id } }).slice(1)

/** Trusts hey-api's path parameters with any id: `..` comes out of them as it went in, and leads to another route. */
export const heyApiFoldsDots = brokenOn('hey-api-folds-dots', {
  caughtBy: 'escape-the-id',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: { pathSegment: (id) => correct.pathSegment(id) && placed(id) },
  wrongPolicy: { pathSegment: placed },
  wrong: (bench) => fetchByHeyApi(bench, plainHeyApi),
  right: (bench) => fetchByHeyApi(bench, plainHeyApi),
})
