import type { Segment } from './recordings/outcome.ts'
import { dayOf, timeOf } from './when.ts'

/** Which call this is, as far as its recording tells. */
export const CallHeading = ({ segment }: { readonly segment: Segment | undefined }) => (
  <header>
    <p className="eyebrow">Call recording</p>
    <h1>{segment?.startedAt === undefined ? 'Your call' : dayOf(segment.startedAt)}</h1>
    {segment?.startedAt !== undefined && <p className="lead">Started at {timeOf(segment.startedAt)}</p>}
  </header>
)
