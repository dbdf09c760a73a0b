/** Asks the control API: `post('clock', { verb: 'freeze' })`. */
export type Control = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** One state of the page: what is done to the mock, and which code is opened then. */
export interface State {
  readonly name: string
  readonly code: string
  readonly scenario: string
  readonly disturbance?: object
}

/** The five states that a page like this has. */
export const states: readonly State[] = [
  { name: 'ready', code: 'playable', scenario: 'default' },
  { name: 'gone', code: 'expired', scenario: 'default' },
  { name: 'no-replies', code: 'playable', scenario: 'empty-replies' },
  { name: 'unknown-code', code: 'missing', scenario: 'default' },
  {
    name: 'trouble',
    code: 'playable',
    scenario: 'default',
    disturbance: {
      on: { vendor: 'voqo', operation: 'getRecordingContext' },
      effect: { kind: 'status', status: 503 },
      count: 1,
    },
  },
]

/** Brings the mock into a state: the same instant, and nothing left of what was before. */
export const bring = async (control: Control, { scenario, disturbance }: State): Promise<void> => {
  await control('POST', 'clock', { verb: 'freeze' })
  await control('POST', 'clock', { verb: 'set', value: '2026-01-31T09:30:00Z' })
  await control('PUT', 'scenario', { name: scenario })
  if (disturbance) await control('POST', 'disturbances', disturbance)
}
