/**
 * Reads the journal of a server of ours back, as a test would.
 * @returns how many entries it holds, and how many there have been at all
 * @throws Error where it does not tell
 */
export const journalOf = async (origin: string): Promise<{ entries: number; ever: number }> => {
  const response = await fetch(`${origin}/__playhead/journal`)
  if (!response.ok) throw new Error(`The journal answers ${response.status}: ${await response.text()}`)
  const { entries } = (await response.json()) as { entries: readonly { readonly seq: number }[] }
  return { entries: entries.length, ever: entries.at(-1)?.seq ?? 0 }
}
