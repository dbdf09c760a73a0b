import type { Instant } from '../../world/instant.ts'
import type { Touch, Usage } from '../../world/usage.ts'

const numbersIn = (reply: unknown): readonly number[] => (Array.isArray(reply) ? reply.map(Number) : [])

/** The instants of one quota: how many, and the first of them. Those that it does not matter when they were stand at now. */
const instantsIn = (told: unknown, now: Instant): readonly Instant[] => {
  const [count = 0, ...first] = numbersIn(told)
  return [...first, ...new Array<Instant>(count - first.length).fill(now)]
}

/** What the script `touch` answers where it counted. */
export const readCounted = (counts: readonly unknown[], { quotas, arrivals }: Touch, now: Instant): Usage => {
  const arrived = numbersIn(counts[quotas.length])
  return {
    accepted: Object.fromEntries(quotas.map(({ key }, index) => [key, instantsIn(counts[index], now)])),
    arrivals: Object.fromEntries(arrivals.map((id, index) => [id, arrived[index] ?? 0])),
  }
}

/** What the script `usage` answers. */
export const readUsage = (reply: unknown): Usage => {
  const [quotas, arrivals] = Array.isArray(reply) ? reply : []
  const flat: readonly unknown[] = Array.isArray(arrivals) ? arrivals : []
  return {
    accepted: Object.fromEntries(
      (Array.isArray(quotas) ? quotas : []).map(([key, instants]: [string, unknown]) => [
        key,
        numbersIn(instants),
      ]),
    ),
    arrivals: Object.fromEntries(
      flat.flatMap((id, index) => (index % 2 === 0 ? [[String(id), Number(flat[index + 1])]] : [])),
    ),
  }
}
