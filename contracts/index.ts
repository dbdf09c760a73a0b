/**
 * The public entry `playhead/contracts`: what a client under test, a rule and a case are made of, and the verdict.
 * @module
 */
export { type Case, parseCase } from './case.ts'
export type {
  Bench,
  CallOptions,
  Capabilities,
  ClientModule,
  Connect,
  DownloadOptions,
  DownloadOutcome,
  RecordingClient,
} from './client.ts'
export { defineRule, type Judgement, type Level, type Need, type Rule, type Violation } from './define.ts'
export type { Event, History } from './history.ts'
export { outcomeFrom, type RawAnswer } from './outcome-from.ts'
export { type Replay, type ReplayOptions, replay } from './replay.ts'
export { mergeReports } from './report/merge.ts'
export { parseReport } from './report/schema.ts'
export { exitCode, type Finding, type Report, type Result } from './report.ts'
export { reporters } from './reporters/index.ts'
export { jsonReport } from './reporters/json.ts'
export { findingText, textReport } from './reporters/text.ts'
export { rules } from './rules/index.ts'
export { judging } from './rules/judging.ts'
export { readHistory } from './rules/reading/reading.ts'
export { download, look, pass, replies, toLinkEnd, trouble, witness } from './rules/witness.ts'
export { runCase } from './run/run-case.ts'
export type { Step } from './step.ts'
export { type VerifyOptions, verify } from './verify.ts'
