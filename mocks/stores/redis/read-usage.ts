import { type Touch, type Usage, unused } from '../../world/usage.ts'
import type { Touched } from '../define.ts'

const numbersIn = (reply: unknown): readonly number[] => (Array.isArray(reply) ? reply.map(Number) : [])

/** What the script `touch` answers: the version, the instants of each quota, the arrivals of each disturbance. */
export const readTouched = (reply: unknown, touch: Touch, expected: number): Touched => {
  const [version, ...counts] = Array.isArray(reply) ? reply : []
  if (Number(version) !== expected) return { version: Number(version), usage: unused }
  const { quotas, arrivals } = touch
  const arrived = numbersIn(counts[quotas.length])
  return {
    version: expected,
    usage: {
      accepted: Object.fromEntries(quotas.map(({ key }, index) => [key, numbersIn(counts[index])])),
      arrivals: Object.fromEntries(arrivals.map((id, index) => [id, arrived[index] ?? 0])),
    },
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
