import type { Equivalent } from './equivalent.ts'

const at = 'contracts/rules/'

/** Lines of the rules of which a mutant may live, by the reason. */
export const equivalentsOfRules: readonly Equivalent[] = [
  {
    why: 'No two events of a history have one place: before another, and not behind it, are the same.',
    lines: {
      [`${at}a-rejected-key-stays-rejected.ts`]: ['sentEvent > rejection.receivedEvent'],
      [`${at}api-403-is-not-an-expired-url.ts`]: ['sentEvent > refusal.receivedEvent'],
      [`${at}believe-storage-over-the-clock.ts`]: [
        'exchange.settledEvent > refusal.receivedEvent',
        'receivedEvent < ask.first',
        'refusal.receivedEvent < event',
      ],
      [`${at}final-is-final.ts`]: ['sentEvent > final.settledEvent'],
      [`${at}keep-accounts-apart.ts`]: ['first < ask.last'],
      [`${at}log-code-and-time.ts`]: ['index < ask.last', 'index > ask.first'],
      [`${at}never-hand-out-a-dead-url.ts`]: ['exchange.settledEvent > ask.first'],
      [`${at}poll-with-bounds.ts`]: ['sentEvent < next.sentEvent', 'sentEvent > told.receivedEvent'],
      [`${at}reading/ask.ts`]: ['one.first < other.last', 'other.first < one.last'],
      [`${at}reading/fair-kinds.ts`]: [
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
]
