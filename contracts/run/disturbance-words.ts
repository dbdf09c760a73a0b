import type { Disturbance, Effect } from '../../mocks/world/disturbance.ts'
import { formatDuration } from '../../mocks/world/duration.ts'

const bodies = {
  html: 'an HTML page',
  xml: 'an XML error',
  empty: 'an empty body',
  'malformed-json': 'half of some JSON',
  'other-json': 'JSON of another shape',
} as const

const otherBytes = {
  whole: 'the whole, whatever range is asked for,',
  elsewhere: 'a part that begins elsewhere',
  replaced: 'another object in its place',
} as const

const effectWords = (effect: Effect): string => {
  switch (effect.kind) {
    case 'status':
      return `status ${effect.status}${effect.retryAfterSeconds === undefined || effect.told === 'untold' ? '' : `, wait ${effect.retryAfterSeconds} s (${effect.told})`}`
    case 'reset':
      return effect.at === 'mid-body' ? 'the connection resets in mid-body' : 'the connection resets'
    case 'truncate':
      return 'the body breaks off half-way'
    case 'silence':
      return 'no answer at all'
    case 'slow-headers':
      return `the answer takes ${formatDuration(effect.ms)}`
    case 'trickle':
      return `${effect.bytesPerSecond} bytes a second`
    case 'content-type':
      return `content type ${effect.to}`
    case 'body':
      return `${bodies[effect.as]} with status ${effect.status}`
    case 'redirect':
      return effect.to === 'same-origin' ? 'a redirect to itself' : 'a redirect to another origin'
    case 'new-fields':
      return 'new fields and another order'
    case 'null-metadata':
      return 'no metadata'
    case 'unknown-status':
      return 'a status nobody knows'
    case 'hollow':
      return effect.as === 'no-data' ? 'a success without its data' : 'status 200 that says it failed'
    case 'die-early':
      return 'storage refuses links before their end'
    case 'other-bytes':
      return otherBytes[effect.as]
  }
}

/** What a disturbance does, in words: `503 for the next 2 api requests`. */
export const disturbanceWords = ({ effect, on, skip, count, every }: Disturbance): string => {
  const requests = [on.vendor, on.role, on.operation, 'requests', on.call && `for ${on.call}`]
    .filter(Boolean)
    .join(' ')
  const which =
    every !== undefined
      ? `${count ?? 1} of each ${every} ${requests}`
      : count === undefined
        ? `all ${requests}`
        : `the next ${count === 1 ? requests.replace('requests', 'request') : `${count} ${requests}`}`
  return `${effectWords(effect)} for ${which}${skip > 0 ? ` after ${skip} undisturbed` : ''}`
}
