import * as v from 'valibot'

/** HAR 1.2 in our own words, after its specification; a field that is not in it begins with an underscore. */

const text = v.string()
/** `-1` stands for what is not known. */
const size = v.pipe(v.number(), v.integer(), v.minValue(-1))
const time = v.pipe(v.number(), v.minValue(-1))

const openObject = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.looseObject(entries),
    v.check(
      (value) => Object.keys(value).every((name) => name in entries || name.startsWith('_')),
      'has a field that HAR 1.2 does not know',
    ),
  )

const comment = { comment: v.exactOptional(text) }
const pair = openObject({ name: text, value: text, ...comment })
const cookie = openObject({ name: text, value: text, ...comment })

const request = openObject({
  method: text,
  url: v.pipe(text, v.url()),
  httpVersion: text,
  cookies: v.array(cookie),
  headers: v.array(pair),
  queryString: v.array(pair),
  headersSize: size,
  bodySize: size,
  ...comment,
})

const response = openObject({
  status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599)),
  statusText: text,
  httpVersion: text,
  cookies: v.array(cookie),
  headers: v.array(pair),
  content: openObject({
    size,
    mimeType: text,
    compression: v.exactOptional(size),
    text: v.exactOptional(text),
    encoding: v.exactOptional(text),
    ...comment,
  }),
  redirectURL: text,
  headersSize: size,
  bodySize: size,
  ...comment,
})

const entry = v.pipe(
  openObject({
    startedDateTime: v.pipe(text, v.isoTimestamp()),
    time: v.pipe(v.number(), v.minValue(0)),
    request,
    response,
    cache: openObject({}),
    timings: openObject({ send: time, wait: time, receive: time, ...comment }),
    ...comment,
  }),
  v.check(
    ({ time: whole, timings: { send, wait, receive } }) => whole === send + wait + receive,
    'takes another time than its parts',
  ),
)

/** A whole HAR file. */
export const Har12Schema = v.strictObject({
  log: openObject({
    version: v.literal('1.2'),
    creator: openObject({ name: text, version: text, ...comment }),
    entries: v.array(entry),
    ...comment,
  }),
})
