import * as v from 'valibot'
import type { SegmentState } from '../../../../mocks/world/outcome.ts'
import { instant, known, type Reader, segmentOf, text } from './reader.ts'

const Page = v.object({
  data: v.array(
    v.object({
      id: known(text),
      status: known(text),
      url: known(text),
      type: known(text),
      duration: known(v.number()),
      startTime: known(instant),
    }),
  ),
})

/** The words of the published enumeration; what `stopped` comes to is said nowhere. */
const stateOf: Readonly<Record<string, SegmentState>> = {
  completed: 'ready',
  absent: 'absent',
  deleted: 'deleted',
  failed: 'failed',
  'in-progress': 'processing',
  paused: 'processing',
  processing: 'processing',
  stopping: 'processing',
}

/** Quo: a list of segments, the oldest first. @see specs/quo/source.md */
export const quo: Reader = {
  recordingPath: (id) => `/v1/call-recordings/${id}`,
  read: (json) => {
    const page = v.safeParse(Page, json)
    if (!page.success) return undefined
    return page.output.data.map(({ status = '', url, type, duration, startTime, id }) => {
      const said = stateOf[status] ?? 'unknown'
      const state = said === 'ready' && url === undefined ? 'unknown' : said
      return segmentOf({
        id,
        state,
        url: state === 'ready' ? url : undefined,
        durationSeconds: duration,
        contentType: type,
        startedAt: startTime,
      })
    })
  },
}
