/** What words mean to the clock: `-10s` goes back, `15m` or `+15m` forward, and all else is an instant to go to. */
export const verbOf = (text: string): readonly [verb: string, value: string] => {
  const words = text.trim()
  if (/^[-−]/.test(words)) return ['rewind', words.slice(1).trim()]
  if (/^\+/.test(words)) return ['advance', words.slice(1).trim()]
  return /^\d+(ms|s|m|h|d|w)/.test(words) ? ['advance', words] : ['set', words]
}
