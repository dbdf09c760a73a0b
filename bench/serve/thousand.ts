/** How many calls the world of the bench has. */
export const thousand = 1000

/** Vendors' ids of the nth call. */
export const quoId = (nth: number): string => `AC${String(nth).padStart(8, '0')}`
export const osviId = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

/** Links outlive every bench, so that no answer of one changes while it is measured. */
const aWeek = 604_800

/**
 * A world of so many calls with a recording each. Arrivals are counted all along, for troubles that never come, and
 * Quo's quota of ten a second is left out, under which a load is nothing but refusals.
 */
export const worldOf = (calls: number): object => ({
  quotas: false,
  lifetimes: { osvi: aWeek },
  calls: Array.from({ length: calls }, (_, nth) => ({
    ref: `r${nth}`,
    ids: { quo: quoId(nth), osvi: osviId(nth) },
    segments: [{ id: `CR${nth}`, status: 'completed', durationSeconds: 60 }],
  })),
  disturbances: (['api', 'storage'] as const).map((role) => ({
    id: `counted-${role}`,
    on: { role },
    skip: Number.MAX_SAFE_INTEGER,
    effect: { kind: 'status', status: 503 },
  })),
})
