import { brokenOn } from '../broken-on.ts'
import { fetchByHeyApi, type Handed, plainHeyApi } from '../hey-api.ts'

/** Reads what the client hands on as the types promise it: a list, which is empty where there is none. */
const listed = ({ data, error, response }: Handed): Response => {
  if (!response.ok) return new Response(JSON.stringify(error), response)
  const list = typeof data === 'object' && data !== null && 'data' in data ? data.data : []
  return new Response(JSON.stringify({ data: list }), response)
}

/** Takes the `{}` that hey-api's client makes of an empty answer for one with nothing in its list: no recording. */
export const heyApiEmptyIsAList = brokenOn('hey-api-empty-is-a-list', {
  caughtBy: 'tell-missing-from-broken',
  vendors: ['quo'],
  alsoBreaks: [
    'survive-any-error-body',
    'say-what-was-told',
    'tolerate-additions',
    'only-a-ready-status-plays',
  ],
  wrong: (bench) => fetchByHeyApi(bench, { redirect: 'manual' }, listed),
  right: (bench) => fetchByHeyApi(bench, plainHeyApi),
})
