/**
 * The public entry `playhead`: a backend without a server, for hosts of your own. It runs anywhere; `playhead/node`,
 * `playhead/msw` and `playhead/nock` stand it up.
 * @module
 */
export { defineConfig, type PlayheadConfig } from '../contracts/config.ts'
export { type ClockState, clockState, moveSession } from './clock-verbs.ts'
export { type Ready, type ReadyVendor, readyOf } from './control/ready.ts'
export {
  type CallSketch,
  type CreateWorldOptions,
  createWorld,
  type Over,
  type TestWorld,
  type WorldClock,
  type WorldVendor,
} from './hosts/create-world.ts'
export { realOrigins } from './hosts/fetch.ts'
export type { JournalEntry } from './journal.ts'
export type { Start } from './sandboxes/start.ts'
export { type Backend, type BackendOptions, createBackend, type Origins } from './sandboxes.ts'
export { type Scenario, scenarioNamed, scenarios } from './scenarios/index.ts'
export type { Session } from './session.ts'
export { type Origin, type Setting, simulate } from './simulator.ts'
export type { Bounds } from './stores/bounds.ts'
export type { Store } from './stores/define.ts'
export { memoryStore } from './stores/memory.ts'
export { defineVendor, type Vendor } from './vendors/define.ts'
export { prefixedFormat, uuidFormat } from './vendors/id-format.ts'
export { vendors } from './vendors/index.ts'
export { decoded, numberOf, objectOf, read as readAnswer, textOf } from './vendors/reading.ts'
export { toldRefusal, waitHeaders } from './vendors/refusal.ts'
export { PlayheadError } from './world/error.ts'
export type { WireRequest, WireResponse } from './world/exchange.ts'
export { leadOf } from './world/view.ts'
