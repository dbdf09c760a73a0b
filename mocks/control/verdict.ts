import { type JournalEntry, longestBody } from '../journal.ts'
import type { Vendor } from '../vendors/define.ts'
import { jsonOf } from '../vendors/reading.ts'
import type { Deviation } from '../world/deviation.ts'
import { faultIn } from './fault-in.ts'

/**
 * What a vendor's document says of an answer: it conforms, it breaks the document as was declared, it breaks it unsaid
 * (which is a fault of ours or of a vendor from outside), or there is nothing to hold it against.
 */
export interface Verdict {
  readonly kind: 'conforms' | 'declared' | 'breaks' | 'unchecked'
  readonly why?: string
}

/** An answer as far as a document speaks of it. */
export interface Judged {
  readonly vendor: Vendor | undefined
  readonly operation: string | undefined
  readonly status: number
  readonly body: string | undefined
  readonly breaks: readonly Deviation[]
}

/** Holds an answer against its vendor's document. */
export const verdictOf = ({ vendor, operation, status, body, breaks }: Judged): Verdict => {
  const documented = operation === undefined ? undefined : vendor?.responses[operation]
  if (!documented) return { kind: 'unchecked', why: 'no document speaks of it' }
  if (breaks.length > 0) return { kind: 'declared', why: breaks.join(', ') }
  const answer = documented[status]
  if (!answer) return { kind: 'breaks', why: `the document has no ${status} here` }
  if (body === undefined) return { kind: 'unchecked', why: 'it has no body' }
  const json = jsonOf(body)
  if (json === undefined)
    // A text that is cut is no JSON.
    return body.length >= longestBody
      ? { kind: 'unchecked', why: 'its body is too long to be kept' }
      : { kind: 'breaks', why: 'the body is no JSON' }
  const fault = faultIn(answer.schema, json)
  return fault === undefined ? { kind: 'conforms' } : { kind: 'breaks', why: fault }
}

/** Holds an exchange that was written down against the document of the vendor it was with. */
export const verdictOn = (vendors: readonly Vendor[], entry: JournalEntry): Verdict =>
  verdictOf({
    vendor: vendors.find(({ id }) => id === entry.vendor),
    operation: entry.origin === 'api' ? entry.operation : undefined,
    status: entry.response.status,
    body: entry.response.body,
    breaks: entry.breaks,
  })
