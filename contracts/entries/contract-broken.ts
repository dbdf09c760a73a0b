/** Fails a test with the story of what happened, which is of more use than where in Playhead it was found. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken'

  constructor(told: string) {
    super(told)
    this.stack = `${this.name}: ${told}`
  }
}
