import { needing } from '../../needing.ts'

/** What `playhead/msw` loads first in node: where msw is not installed, it is asked for by name. */
export const { handlers, startWorker, playheadLoader } = await needing(
  'playhead/msw',
  () => import('../msw.ts'),
)
