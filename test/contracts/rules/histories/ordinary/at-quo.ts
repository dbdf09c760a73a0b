import { pathAt, playing, quoItem } from '../../a-history.ts'
import { cancelled, dead, file, hung, type Moments, quo, quoTells, second, url } from '../vocabulary.ts'
import {
  absent,
  expired,
  fetched,
  forbidden,
  look,
  moved,
  notFound,
  open,
  refused,
  twice,
  unauthorized,
  unavailable,
  unknown,
} from './short.ts'

const another = '0'.repeat(32)
const done = quoTells(quoItem('s1', 'completed', url))
const gonePart = quoTells(quoItem('s1', 'deleted', null))
const pending = quoTells(quoItem('s1', 'processing', null))
const unset = { ...quoItem('s1', 'completed', url), duration: null as never }

/** Short histories with Quo, whose recordings have parts, by name. */
export const atQuo: Readonly<Record<string, Moments>> = {
  'asked nobody': [quo.asked('look'), quo.answered(unknown)],
  'never said anything': [quo.asked('look'), quo.api(done)],
  'took its time': look(quo, done, playing(url), { at: 5 }),
  'never came to an end': [quo.asked('look'), quo.api(done), [hung]],
  'was cancelled, and answered': [quo.asked('look'), quo.api(done), [cancelled], quo.answered(unknown)],
  lost: look(quo, '', unavailable, { how: 'lost' }),
  'plays, and was turned away from': look(quo, done, playing(url), { how: 'aborted' }),
  'plays, and goes on': open(quo, done, playing(url)),
  'plays, and was cut off': look(quo, done, playing(url), { how: 'truncated' }),
  plays: look(quo, done, playing(url)),
  'plays, told as another': look(quo, done, playing(second)),
  'plays, told as failed': look(quo, done, { kind: 'failed' }),
  'plays, and threw': [quo.asked('look'), quo.api(done), quo.threw('no')],
  'plays, told with a state of its own': look(quo, done, {
    kind: 'unknown',
    segments: [{ state: 'unknown' }],
  }),
  'plays without a length': look(quo, quoTells(unset), playing(url)),
  'plays without a length, in an error': look(quo, quoTells(unset), unknown, { status: 404 }),
  'plays without a length, cut off': look(quo, quoTells(unset), unavailable, { how: 'truncated' }),
  'one plays without a length': look(quo, quoTells(unset, quoItem('s2', 'completed', second)), playing(url)),
  'two play': look(quo, quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', second)), {
    kind: 'playable',
    segments: [
      { state: 'ready', url },
      { state: 'ready', url: second },
    ],
  }),
  'two play, told without names': look(
    quo,
    quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', second)),
    { kind: 'playable', segments: [{ state: 'ready', url }, { state: 'ready' }] },
  ),
  'two play, told the other way round': look(
    quo,
    quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', second)),
    {
      kind: 'playable',
      segments: [
        { id: 's2', state: 'ready' },
        { id: 's1', state: 'ready' },
      ],
    },
  ),
  'one plays, one is deleted': look(
    quo,
    quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'deleted', null)),
    { kind: 'playable', segments: [{ state: 'ready', url }, { state: 'deleted' }] },
  ),
  'one plays, one is deleted, told as one': look(
    quo,
    quoTells(quoItem('s1', 'deleted', null), quoItem('s2', 'completed', url)),
    playing(url),
  ),
  'one plays, one is deleted, told as failed': look(
    quo,
    quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'deleted', null)),
    { kind: 'failed' },
  ),
  'an empty list': look(quo, { data: [] }, absent),
  'an empty list in an error': look(quo, { data: [] }, notFound, { status: 404 }),
  'an empty list, cut off': look(quo, { data: [] }, unavailable, { how: 'truncated' }),
  'a list of something else': look(quo, { data: ['s1', 7] }, unknown),
  'no list': look(quo, { data: 'none' }, unknown),
  'a deleted one': look(quo, gonePart, { kind: 'deleted' }),
  'a deleted one, asked twice': twice(quo, gonePart, { kind: 'deleted' }),
  'a deleted one in an error, asked twice': twice(quo, gonePart, unavailable, { status: 500 }),
  'a deleted one, cut off, asked twice': twice(quo, gonePart, unavailable, { how: 'truncated' }),
  'one to come, asked twice': twice(quo, pending, { kind: 'processing' }),
  'one of two deleted, asked twice': twice(
    quo,
    quoTells(quoItem('s1', 'deleted', null), quoItem('s2', 'processing', null)),
    { kind: 'processing' },
  ),
  'a new word': look(quo, quoTells(quoItem('s1', 'archived', null)), unknown),
  'a new word in an error': look(quo, quoTells(quoItem('s1', 'archived', null)), notFound, { status: 404 }),
  'a new word, cut off': look(quo, quoTells(quoItem('s1', 'archived', null)), unavailable, {
    how: 'truncated',
  }),
  'a new word beside a known one': look(
    quo,
    quoTells(quoItem('s1', 'archived', null), quoItem('s2', 'completed', url)),
    { kind: 'playable', segments: [{ state: 'unknown' }, { state: 'ready', url }] },
  ),
  'ready without a URL': look(quo, quoTells(quoItem('s1', 'completed', null)), unknown),
  'a page': look(quo, '<html>', unavailable),
  nothing: look(quo, '', unavailable),
  'nothing, and goes on': open(quo, '', unavailable),
  'a refused id': look(quo, { errors: [{ message: 'no such id' }] }, refused, { status: 400 }),
  'a refused id, told as unknown': look(quo, { errors: [{ message: 'no such id' }] }, unknown, {
    status: 400,
  }),
  'a refused id, cut off': look(quo, { errors: [{ message: 'no such id' }] }, unknown, {
    status: 400,
    how: 'truncated',
  }),
  '401': look(quo, {}, unauthorized, { status: 401 }),
  '401, told as an outage': look(quo, {}, unavailable, { status: 401 }),
  '401, cut off, asked twice': twice(quo, {}, unauthorized, { status: 401, how: 'truncated' }),
  '401, asked twice': twice(quo, {}, unauthorized, { status: 401 }),
  '403': look(quo, {}, forbidden, { status: 403 }),
  '403, asked twice': twice(quo, {}, forbidden, { status: 403 }),
  '403, cut off, asked twice': twice(quo, {}, forbidden, { status: 403, how: 'truncated' }),
  '403, told after it was answered': [
    quo.asked('look'),
    quo.answered(unavailable),
    quo.api({}, { status: 403 }),
  ],
  '403 to a new question, after storage had refused': [
    ...fetched(quo, done, expired, { status: 403, answer: dead }).slice(0, 3),
    quo.api({}, { status: 403 }),
    quo.answered(expired),
  ],
  '404': look(quo, {}, notFound, { status: 404 }),
  '404 as a page': look(quo, '<html>', notFound, { status: 404 }),
  '408, asked twice': twice(quo, {}, unavailable, { status: 408 }),
  '429': look(quo, {}, { kind: 'rate-limited' }, { status: 429 }),
  '429, asked twice': twice(quo, {}, { kind: 'rate-limited' }, { status: 429 }),
  '500': look(quo, {}, unavailable, { status: 500 }),
  '500, then it plays': [
    quo.asked('look'),
    quo.api({}, { status: 500 }),
    quo.api(done, { at: 1000 }),
    quo.answered(playing(url), { at: 1000 }),
  ],
  'moved within': [
    quo.asked('look'),
    quo.api('', moved(pathAt('quo', another))),
    quo.api({}, { path: pathAt('quo', another), status: 404 }),
    quo.answered(notFound),
  ],
  'moved, and stayed': [
    quo.asked('look'),
    quo.api('', moved('https://cdn.test/1')),
    quo.answered(unavailable),
  ],
  'two at once': [
    quo.asked('look'),
    quo.asked('look', { ask: 'a2' }),
    quo.api({}, { status: 401 }),
    quo.api(gonePart, { ask: 'a2' }),
    quo.answered(unauthorized),
    quo.answered({ kind: 'deleted' }, { ask: 'a2' }),
  ],
  'a page in place of sound': fetched(quo, done, unavailable, { answer: '<html>' }),
  'a page in place of sound, handed out': fetched(quo, done, file(6), { answer: '<html>' }),
  'a page in an error': fetched(quo, done, file(6), { answer: '<html>', status: 404 }),
}
