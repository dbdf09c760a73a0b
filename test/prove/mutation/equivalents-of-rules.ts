import type { Equivalent } from './equivalent.ts'

const at = 'contracts/rules/'

/** Lines of the rules of which a mutant may live, by the reason. */
export const equivalentsOfRules: readonly Equivalent[] = [
  {
    why: 'No two events of a history have one place: before another, and not behind it, are the same.',
    lines: {
      [`${at}stop-when-cancelled.ts`]: [
        ['first < exchange.sentEvent', 'first <= exchange.sentEvent'],
        ['exchange.sentEvent > cancelled', 'exchange.sentEvent >= cancelled'],
      ],
      [`${at}reading/exchange.ts`]: [
        ['before.receivedEvent < sentEvent', 'before.receivedEvent <= sentEvent'],
        ['?? events.length) < receivedEvent', '(ended.get(ask) ?? events.length) <= receivedEvent'],
      ],
      [`${at}no-way-on.ts`]: [
        ['last.settledEvent < ask.last', 'last.settledEvent <= ask.last'],
        ['last.receivedEvent < ask.last', 'last.receivedEvent <= ask.last'],
        ['sentEvent < ask.last', 'sentEvent <= ask.last'],
      ],
      [`${at}a-skewed-clock-still-plays.ts`]: [
        ['exchange.settledEvent < ask.last', 'exchange.settledEvent <= ask.last'],
      ],
      [`${at}a-rejected-key-stays-rejected.ts`]: [
        ['one.settledEvent < ask.last', 'one.settledEvent <= ask.last'],
        'sentEvent > rejection.receivedEvent',
      ],
      [`${at}api-403-is-not-an-expired-url.ts`]: [
        ['one.settledEvent < ask.last', 'one.settledEvent <= ask.last'],
        'sentEvent > refusal.receivedEvent',
      ],
      [`${at}believe-storage-over-the-clock.ts`]: [
        'exchange.settledEvent > refusal.receivedEvent',
        'receivedEvent < ask.first',
        'refusal.receivedEvent < event',
      ],
      [`${at}final-is-final.ts`]: ['sentEvent > final.settledEvent'],
      [`${at}keep-accounts-apart.ts`]: ['first < ask.last'],
      [`${at}log-code-and-time.ts`]: ['index < ask.last', 'index > ask.first'],
      [`${at}never-hand-out-a-dead-url.ts`]: ['exchange.settledEvent > ask.first'],
      [`${at}poll-with-bounds.ts`]: [
        ['one.sentEvent > ask.first', 'one.sentEvent >= ask.first'],
        'sentEvent < next.sentEvent',
        'sentEvent > told.receivedEvent',
      ],
      [`${at}reading/ask.ts`]: ['one.first < other.last', 'other.first < one.last'],
      [`${at}reading/fair-kinds.ts`]: [
        ['later.settledEvent < ask.first', 'later.settledEvent <= ask.first'],
        ['one.receivedEvent < event', 'one.receivedEvent <= event'],
        'exchange.receivedEvent < ask.last',
        'exchange.sentEvent > last.sentEvent',
        'exchange.settledEvent > ask.last',
        'sentEvent < ask.last',
      ],
      [`${at}reading/of-ask.ts`]: [
        'exchange.sentEvent < ask.last',
        'exchange.settledEvent > ask.first',
        'receivedEvent > ask.last',
        'settledEvent > ask.last',
      ],
      [`${at}reading/polling.ts`]: ['exchange.sentEvent > before.exchange.settledEvent'],
      [`${at}refresh-once-for-all.ts`]: [
        'sentEvent < Math.min(open.settledEvent, ask.last)',
        'sentEvent < ask.first',
        'sentEvent > ask.first',
        'settledEvent > ask.first',
      ],
      [`${at}refresh-when-the-url-has-died.ts`]: ['sentEvent > first.receivedEvent'],
      [`${at}replies-outlive-the-recording.ts`]: ['exchange.receivedEvent < ask.last'],
      [`${at}retry-only-what-may-pass.ts`]: [
        'failed.settledEvent < next.sentEvent',
        'sentEvent < next.sentEvent',
        'sentEvent > ask.first',
        'sentEvent > failed.sentEvent',
      ],
      [`${at}say-what-was-told.ts`]: ['link.exchange.receivedEvent < ask.last'],
      [`${at}wait-as-told.ts`]: ['sentEvent > exchange.receivedEvent'],
    },
  },
  {
    why: 'What stands behind one `?.`, `??` or check for nothing is there already, or another check has seen that it is not: the compiler cannot know.',
    lines: {
      [`${at}a-skewed-clock-still-plays.ts`]: [
        ['settledNow === undefined', 'false'],
        ['telling?.exchange ?? {}', 'telling.exchange'],
        ['received?.headers.date', 'received.headers'],
        ['if (!received || date === undefined)', 'false', '!received && date === undefined'],
      ],
      [`${at}ask-with-the-vendors-own-key.ts`]: [
        ['credential?.header', 'credential.header', 'credential.scheme'],
      ],
      [`${at}downloaded.ts`]: [["outcome?.kind !== 'downloaded'", 'false']],
      [`${at}drop-the-key-on-redirect.ts`]: [['next !== undefined &&', 'true']],
      [`${at}keep-every-segment-in-order.ts`]: [['given !== undefined &&', 'true']],
      [`${at}never-hand-out-a-dead-url.ts`]: [
        ['playableOf(ask)?.segments ?? []', 'playableOf(ask).segments'],
      ],
      [`${at}never-leak-a-secret.ts`]: [["event.kind === 'sent' &&", 'true']],
      [`${at}only-a-ready-status-plays.ts`]: [
        ['given[wrong]?.state', 'given[wrong].state'],
        ['told[wrong]?.state', 'told[wrong].state'],
      ],
      [`${at}poll-with-bounds.ts`]: [['reading.tellings.get(one)?.fair', 'reading.tellings.get(one).fair']],
      [`${at}read-the-lifetime.ts`]: [
        ['playableOf(ask)?.segments', 'playableOf(ask).segments'],
        ['told.at(-1)?.dies', 'told.at(-1).dies'],
      ],
      [`${at}reading/exchange.ts`]: [
        ["head?.kind === 'received'", 'true'],
        ["end?.kind === 'settled'", 'true'],
        ['if (follows) followed.add', 'true'],
        ['} catch {', '{}'],
      ],
      [`${at}reading/fair-kinds.ts`]: [
        ['telling?.broken === false', 'telling.broken'],
        ['one.received?.status !== 200', 'one.received.status'],
        ['received?.status === 206', 'received.status'],
        ['!doubtful?.includes(wanted)', 'doubtful.includes'],
      ],
      [`${at}reading/link.ts`]: [
        ['received.body === undefined', 'false'],
        ['first === undefined || last === undefined', 'first === undefined && last === undefined', 'false'],
      ],
      [`${at}reading/polling.ts`]: [['exchange.received?.status', 'exchange.received.status']],
      [`${at}reading/refusal.ts`]: [['exchange.received?.body', 'exchange.received.body']],
      [`${at}refresh-when-the-url-has-died.ts`]: [
        ['if (!first || !last)', 'false', '!first && !last'],
        ['telling?.exchange &&', 'telling.exchange'],
        ["telling?.outcome.kind === 'playable'", 'telling.outcome'],
      ],
      [`${at}report-each-segments-own-state.ts`]: [['told[wrong]?.state', 'told[wrong].state']],
      [`${at}resume-where-it-stopped.ts`]: [["event.kind === 'sent' &&", 'true']],
      [`${at}say-what-was-told.ts`]: [
        [
          "outcome?.kind !== 'replies'",
          "outcome?.kind !== 'replies' && last?.outcome.kind !== 'replies'",
          'false',
          'outcome.kind',
          'last.outcome',
        ],
      ],
      [`${at}survive-any-error-body.ts`]: [['exchange.received?.status', 'exchange.received.status']],
      [`${at}tolerate-additions.ts`]: [['json !== undefined', 'true']],
      [`${at}tolerate-null-metadata.ts`]: [
        ['exchange.received?.status', 'exchange.received.status'],
        ["const told = outcome.kind === 'playable'", 'true'],
      ],
      [`${at}witness.ts`]: [
        ['vendors.find((one) => one.id === vendor)', 'vendors.find(one => one.id === vendor).credential'],
      ],
    },
  },
  {
    why: 'A text that is no JSON, no date, no range and no known word says as much as none at all.',
    lines: {
      [`${at}a-skewed-clock-still-plays.ts`]: [
        ["received?.headers.date ?? ''", '"Stryker was here!"'],
        ["received.body ?? ''", '"Stryker was here!"'],
      ],
      [`${at}never-leak-a-secret.ts`]: [["event.outcome ?? ''", '"Stryker was here!"']],
      [`${at}only-a-ready-status-plays.ts`]: [
        ["textOf(json?.recording_status) ?? ''", '"Stryker was here!"'],
        ["textOf(objectOf(item)?.status) ?? ''", '"Stryker was here!"'],
        ["told[wrong]?.state ?? ''", '"Stryker was here!"'],
      ],
      [`${at}no-way-on.ts`]: [["headers.range ?? ''", '"Stryker was here!"']],
      [`${at}reading/clock-error.ts`]: [["headers.date ?? ''", '"Stryker was here!"']],
      [`${at}reading/fair-kinds.ts`]: [["sent.headers.range ?? ''", '"Stryker was here!"']],
      [`${at}reading/link.ts`]: [["exec(url)?.[1] ?? ''", '"Stryker was here!"']],
      [`${at}reading/media.ts`]: [["headers['content-type'] ?? ''", '"Stryker was here!"']],
      [`${at}reading/refusal.ts`]: [["exchange.received?.body) || ''", '"Stryker was here!"']],
      [`${at}reading/telling.ts`]: [
        ["const body = received.body ?? ''", '"Stryker was here!"'],
        ["const known = whole ? body : ''", '"Stryker was here!"'],
      ],
      [`${at}wait-as-told.ts`]: [
        ["received.body ?? ''", '"Stryker was here!"'],
        ["received.headers.date ?? ''", '"Stryker was here!"'],
      ],
    },
  },
  {
    why: 'What is judged in a list is its members’ URLs, times and states: a text among them has none, and one in place of several is none of several.',
    lines: {
      [`${at}a-null-url-is-not-playable.ts`]: [['segments ?? []', '["Stryker was here"]']],
      [`${at}a-rejected-key-stays-rejected.ts`]: [['questionsOf(reading, ask) : []', '["Stryker was here"]']],
      [`${at}a-skewed-clock-still-plays.ts`]: [
        ['playableOf(ask)?.segments ?? []', '["Stryker was here"]'],
        ['toldBefore(reading, url, ask.last) : []', '["Stryker was here"]'],
      ],
      [`${at}api-403-is-not-an-expired-url.ts`]: [['questionsOf(reading, ask) : []', '["Stryker was here"]']],
      [`${at}ask-with-the-vendors-own-key.ts`]: [['credential ? questions : []', '["Stryker was here"]']],
      [`${at}keep-every-segment-in-order.ts`]: [['outcome.segments : []', '["Stryker was here"]']],
      [`${at}let-an-open-stream-finish.ts`]: [
        ['dies ? [dies.earliest', '["Stryker was here"]'],
        ['signedEnd(url)', '["Stryker was here"]'],
      ],
      [`${at}never-hand-out-a-dead-url.ts`]: [['?.segments ?? []', '["Stryker was here"]']],
      [`${at}never-leak-a-secret.ts`]: [['follows ? [] : [sentEvent]', '["Stryker was here"]']],
      [`${at}one-unit-of-duration.ts`]: [['?.segments ?? []', '["Stryker was here"]']],
      [`${at}read-the-lifetime.ts`]: [['?.segments ?? []', '["Stryker was here"]']],
      [`${at}reading/link.ts`]: [["'segments' in outcome", '["Stryker was here"]']],
      [`${at}reading/of-ask.ts`]: [['reading.tellings.get(exchange) ?? []', '["Stryker was here"]']],
      [`${at}report-each-segments-own-state.ts`]: [['outcome.segments : []', '["Stryker was here"]']],
      [`${at}stay-within-the-quota.ts`]: [['waking.has(sentEvent) ? account : []', '["Stryker was here"]']],
      [`${at}tolerate-null-metadata.ts`]: [
        ['outcome.segments : []', '["Stryker was here"]'],
        ['playableOf(ask)?.segments ?? []', '["Stryker was here"]'],
      ],
    },
  },
  {
    why: 'What its own condition leaves open is settled before, or by the condition beside it.',
    lines: {
      [`${at}a-skewed-clock-still-plays.ts`]: [
        ["return outcome.kind !== 'playable'", 'false'],
        ['told.some(({ end, withinMs })', 'told.every(({ end, withinMs }) => now < end - withinMs)'],
      ],
      [`${at}reading/fair-kinds.ts`]: [
        ["telling.fair.has('playable')", '""'],
        ['if (status < 300)', 'status <= 300'],
        [
          'all.filter((one) =>',
          'all',
          'all.every(({ follows }) => follows === one)',
          '() => undefined',
          'false',
        ],
      ],
      [`${at}refresh-once-for-all.ts`]: [['exchanges.filter(({ follows })', 'exchanges']],
    },
  },
  {
    why: 'At no vendor of the registry do the two differ: it is there for a vendor from outside.',
    lines: {
      [`${at}keep-every-segment-in-order.ts`]: [['told.id === undefined', 'false']],
      [`${at}reading/telling.ts`]: [
        ['received.status >= 400 && (!whole', 'received.status > 400', 'true'],
        ['broken: (whole', 'true'],
      ],
      [`${at}replies-outlive-the-recording.ts`]: [["exchange.asks === 'recording'", 'true']],
      [`${at}stay-within-the-quota.ts`]: [['vendor.rateLimit ??', '{}']],
    },
  },
  {
    why: 'In a witness any other recording, and any other time to live, would show the fault as well.',
    lines: {
      [`${at}keep-every-segment-in-order.ts`]: [["segment({ id: 's1', status: 'failed' })", '{}']],
      [`${at}never-hand-out-a-dead-url.ts`]: [['{ lifetimeSeconds: 5 }', '{}']],
      [`${at}replies-outlive-the-recording.ts`]: [["segment({ source: 'gone' })", '[]']],
      [`${at}stay-within-the-quota.ts`]: [['calls: many.map((ref)', '[]']],
      [`${at}wait-as-told.ts`]: [["calls: ['c1', 'c2'].map", '[]']],
    },
  },
  {
    why: 'What is remembered, or has been read already, is what would be found again, only sooner.',
    lines: {
      [`${at}new-fields.ts`]: [['documented.set(vendor, known)', ';']],
      [`${at}reading/answered.ts`]: [['known.set(reading, informed)', ';']],
      [`${at}reading/link.ts`]: [
        ['const late = isAbsolute || endedNow === askedNow', 'false', 'isAbsolute && endedNow === askedNow'],
      ],
      [`${at}reading/of-ask.ts`]: [['known.set(ask, told)', ';']],
      [`${at}reading/telling.ts`]: [['const others = new Set(', '[...own, ...right]', 'true']],
    },
  },
]
