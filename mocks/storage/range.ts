import type { MediaBody } from '../world/exchange.ts'

/** What a `Range` header asks of a body: all of it, the bytes in `[from, to)`, or bytes it does not have. */
export type RangeVerdict =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'unsatisfiable' }

const whole: RangeVerdict = { kind: 'whole' }

/**
 * Judges a `Range` header as S3 does (RFC 9110 section 14.2): one range is served and clamped to the body; several,
 * a reversed one and anything that is no byte range are ignored; a range that begins past the end, and a suffix of no
 * bytes, cannot be satisfied. The last bytes of an empty body are the whole of it.
 * @example judgeRange('bytes=1024-4096', 2048) // { kind: 'part', from: 1024, to: 2048 }
 */
export const judgeRange = (header: string | undefined, size: number): RangeVerdict => {
  const [matched, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? []
  if (matched === undefined || (first === '' && last === '')) return whole
  if (first === '') {
    const length = Number(last)
    if (length === 0) return { kind: 'unsatisfiable' }
    return size === 0 ? whole : { kind: 'part', from: Math.max(0, size - length), to: size }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return whole
  if (from >= size) return { kind: 'unsatisfiable' }
  return { kind: 'part', from, to: last === '' ? size : Math.min(Number(last) + 1, size) }
}

/** A part of a body that is still computed only when it is read. */
export const sliceBody = (body: MediaBody, from: number, to: number): MediaBody => {
  const length = Math.max(0, to - from)
  const within = (at: number): number => from + Math.min(Math.max(0, at), length)
  const { views } = body
  return {
    length,
    read: (start, end) => body.read(within(start), within(end)),
    ...(views && { views: (start, end) => views(within(start), within(end)) }),
  }
}
