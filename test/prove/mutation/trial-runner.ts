import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import type { Trial } from './trial.ts'

/** Where changed code looks up which of its faults is on, and counts how often it comes by one. */
const switches = (): InstrumenterContext => {
  const known: { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext } = globalThis as object
  const context = known[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {}
  known[INSTRUMENTER_CONSTANTS.NAMESPACE] = context
  return context
}

/**
 * Puts changed code through its trials, in one process for as long as it lives: a trial takes milliseconds, and loading
 * what runs it takes seconds. A loop without end is told by how often it comes by the fault, not by a clock.
 */
class TrialRunner implements TestRunner {
  private trials: readonly Trial[] = []

  /** Nothing is ever reloaded: what is evaluated while a file is loaded is left out, and all else is changed as it runs. */
  capabilities(): { reloadEnvironment: true } {
    return { reloadEnvironment: true }
  }

  /** The changed code is in the folder that this process was started in. */
  async init(): Promise<void> {
    const root = pathToFileURL(`${process.cwd()}/`)
    const { openTrials }: typeof import('./open-trials.ts') = await import(
      new URL('test/prove/mutation/open-trials.ts', root).href
    )
    this.trials = await openTrials(root)
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = []
    for (const { name, run } of this.trials) {
      switches().currentTestId = name
      const began = performance.now()
      const noticed = await run()
      const common = { id: name, name, timeSpentMs: performance.now() - began }
      tests.push(
        noticed === undefined
          ? { ...common, status: TestStatus.Success }
          : { ...common, status: TestStatus.Failed, failureMessage: noticed },
      )
    }
    delete switches().currentTestId
    const { mutantCoverage } = switches()
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage ? { mutantCoverage } : {}) }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const reaching = testFilter && new Set(testFilter)
    const context = switches()
    context.activeMutant = activeMutant.id
    context.hitCount = 0
    if (hitLimit !== undefined) context.hitLimit = hitLimit
    let nrOfTests = 0
    try {
      for (const { name, run } of this.trials) {
        if (reaching && !reaching.has(name)) continue
        nrOfTests++
        const noticed = await run()
        if (hitLimit !== undefined && (context.hitCount ?? 0) > hitLimit)
          return { status: MutantRunStatus.Timeout, reason: 'It comes to no end.' }
        if (noticed !== undefined)
          return { status: MutantRunStatus.Killed, killedBy: [name], failureMessage: noticed, nrOfTests }
      }
      return { status: MutantRunStatus.Survived, nrOfTests }
    } finally {
      delete context.activeMutant
      delete context.hitLimit
    }
  }
}

/** As Stryker finds it. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'trials', TrialRunner)]
