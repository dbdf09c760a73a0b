import type { Outcome, OutcomeSegment } from '../../../mocks/world/outcome.ts'
import type { Missing } from './readers/reader.ts'

type Playing = OutcomeSegment & { readonly url: string }

const plays = (segment: OutcomeSegment): segment is Playing => segment.url !== undefined

/** The segment that a download is to be of, or why there is none. @param index counted from 0; the first that plays where left out */
export const wantedSegment = (
  outcome: Outcome,
  index: number | undefined,
): { readonly wanted: Playing } | { readonly missing: Missing } => {
  if (outcome.kind !== 'playable') return { missing: outcome }
  const wanted = index === undefined ? outcome.segments.find(plays) : outcome.segments[index]
  if (wanted && plays(wanted)) return { wanted }
  const state = wanted?.state ?? 'absent'
  return { missing: { kind: state === 'ready' ? 'unknown' : state } }
}
