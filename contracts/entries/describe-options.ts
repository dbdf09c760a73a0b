import type { ContractOptions } from '../contract.ts'

/** What `describeContract` takes. */
export interface DescribeOptions extends ContractOptions {
  /** How the client reaches its vendor: `direct` has no wire, `loopback` has real sockets. @default 'direct' */
  readonly transport?: 'direct' | 'loopback' | 'msw' | 'nock'
  /** Real time after which the runner gives a test up; the first of a vendor takes the whole campaign. @default 600000 */
  readonly timeoutMs?: number
}

/** Ten minutes: a runner's own limit is made for tests that do one thing. */
export const defaultTimeoutMs = 600_000
