const headers = { 'api-token': 'playhead-osvi-16' }

/** The path that asks OSVI for a recording that plays. */
export const recordingPath = '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording'

/** Asks for a recording that plays. @param base an origin, with a sandbox's prefix if any. @param mark found again in the journal */
export const ask = (base: string, mark?: string): Promise<Response> =>
  fetch(`${base}${recordingPath}`, { headers: mark === undefined ? headers : { ...headers, 'x-mark': mark } })

/** Sends a control call, which must be taken. */
export const control = async (
  base: string,
  path: string,
  json?: unknown,
  method = json === undefined ? 'GET' : 'POST',
  token?: string,
): Promise<Record<string, unknown>> => {
  const response = await fetch(`${base}/__playhead${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** An entry of a journal, as far as these tests read it. */
export interface Noted {
  readonly seq: number
  readonly at: number
  readonly request: { readonly headers: Readonly<Record<string, string>> }
  readonly response: { readonly status: number }
}

/** The whole journal, as one server tells it. */
export const journalOf = async (base: string): Promise<readonly Noted[]> =>
  (await control(base, '/journal')).entries as readonly Noted[]

/** What was marked, in the journal's order. */
export const marksIn = (journal: readonly Noted[]): readonly string[] =>
  journal.flatMap(({ request }) => request.headers['x-mark'] ?? [])
