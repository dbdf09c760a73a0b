/** One thing that changed code is put through. */
export interface Trial {
  readonly name: string
  /** @returns what was noticed; `undefined` where all is as it should be */
  run(): Promise<string | undefined>
}
