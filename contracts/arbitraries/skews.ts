/** How far the client's clock may be wrong, in milliseconds: by what nobody notices up to a wrong time zone. */
export const skews = [0, 1000, -1000, 60_000, -60_000, 300_000, -300_000, 3_600_000, -3_600_000] as const
