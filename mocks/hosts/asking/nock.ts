import { needing } from '../../needing.ts'

/** What `playhead/nock` loads first: where nock is not installed, it is asked for by name. */
export const { intercept } = await needing('playhead/nock', () => import('../nock.ts'))
