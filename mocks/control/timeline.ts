import { clockState } from '../clock-verbs.ts'
import { barsOf, callsToDraw, lanesOf } from '../deck/lanes.ts'
import { marksOf } from '../deck/marks.ts'
import type { ControlHandlers } from './define.ts'

/** The most boundaries told by name: those around now. */
const mostMarks = 500

export const timeline: ControlHandlers<'getTimeline' | 'getUsage' | 'getExhibit'> = {
  getTimeline: async ({ session, located }) => {
    const one = session()
    const [{ version, world, scenario }, clock, journal, usage] = await Promise.all([
      one.state(),
      clockState(one),
      one.journal(),
      one.usage(),
    ])
    // Of a world of many calls those that are drawn: to name what happens to all the others takes longer than anybody waits.
    const calls = callsToDraw(world, journal)
    const marks = marksOf({ world: { ...world, calls }, vendors: one.vendors, journal, usage })
    const behind = marks.filter(({ at }) => at <= clock.now).length
    const start = Math.max(0, Math.min(behind - mostMarks / 2, marks.length - mostMarks))
    return {
      status: 200,
      body: {
        version,
        sandbox: located.sandbox,
        scenario,
        clock,
        calls: world.calls.length + (world.population?.count ?? 0),
        marks: marks.slice(start, start + mostMarks),
        lanes: lanesOf(calls),
        links: barsOf(journal),
        disturbances: world.disturbances,
        journal: { entries: journal.length, last: journal.at(-1)?.seq ?? 0 },
      },
    }
  },
  getUsage: async ({ session }) => ({ status: 200, body: await session().usage() }),
  getExhibit: async ({ backend }) => ({ status: 200, body: { exhibit: backend.exhibit ?? null } }),
}
