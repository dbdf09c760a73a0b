import { type Run, type RunLine, runVersion } from '../../../../contracts/drivers/observe/run.ts'
import type { Event, History } from '../../../../contracts/history.ts'
import { vendors } from '../../../../mocks/vendors/index.ts'
import { routeOf } from '../../../../mocks/vendors/route.ts'

const lineOf = (event: Event, start: number): RunLine[] => {
  const placed = { sandbox: 'default', realMs: event.at - start }
  switch (event.kind) {
    case 'sent': {
      const { during, role, ...rest } = event
      const vendor = role === 'api' ? routeOf(vendors, event.path)?.vendor.id : undefined
      return role === 'elsewhere'
        ? []
        : [{ ...placed, ...(vendor ? { vendor } : {}), event: { ...rest, role } }]
    }
    case 'received':
    case 'settled':
      return [{ ...placed, event }]
    default:
      return []
  }
}

/** What somebody who only watches the wire sees of events. */
export const linesOf = (events: readonly Event[]): readonly RunLine[] =>
  events.flatMap((event) => lineOf(event, events[0]?.at ?? 0))

/** A recorded run of some lines. */
export const runOf = (lines: readonly RunLine[]): Run => ({
  head: {
    playhead: runVersion,
    kind: 'run',
    by: 'Playhead 0.1.0',
    api: 'http://127.0.0.1:4010',
    storage: 'http://127.0.0.1:4011',
  },
  lines,
  ended: true,
  torn: undefined,
})

/** A whole history as somebody who only watches the wire sees it. */
export const watched = ({ events }: History): Run => runOf(linesOf(events))
