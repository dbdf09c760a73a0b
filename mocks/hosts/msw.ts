/**
 * The public entry `playhead/msw`: the same backend under Mock Service Worker, in node or in a page.
 * @module
 */
export { handlers } from './msw/handlers.ts'
export { type PlayheadWorker, startWorker, type WorkerOptions } from './msw/worker.ts'
export { type PlayheadParameters, playheadLoader } from './story.ts'
