import { needing } from '../../../mocks/needing.ts'

/** What `playhead/vitest` loads first: where vitest is not installed, it is asked for by name. */
export const { describeContract } = await needing('playhead/vitest', () => import('../vitest.ts'))
