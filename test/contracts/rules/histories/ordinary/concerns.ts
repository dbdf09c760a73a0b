/** What each rule finds to judge in the ordinary histories of a vendor, by name; how often, where that is more than a few. */
export interface Concern {
  readonly judges: number | readonly string[]
  /** Where it finds a fault; nowhere where left out. */
  readonly blames?: readonly string[]
}

/** By rule and vendor; a rule that is left out has nothing to say there. */
export const concerns: Readonly<Record<string, Readonly<Record<string, Concern>>>> = {
  'ask-with-the-vendors-own-key': {
    quo: { judges: 81 },
    osvi: { judges: 21 },
    envoy: { judges: 8 },
    feather: { judges: 6, blames: ['the key of another scheme'] },
  },
  'never-send-the-key-to-storage': {
    quo: {
      judges: [
        '403 to a new question, after storage had refused',
        'a page in place of sound',
        'a page in place of sound, handed out',
        'a page in an error',
      ],
    },
    osvi: { judges: 6, blames: ['downloaded with the key'] },
  },
  'escape-the-id': {
    quo: { judges: 69 },
    osvi: { judges: 21 },
    envoy: { judges: 8 },
    feather: { judges: 6 },
    voqo: { judges: 13 },
  },
  'use-the-url-byte-for-byte': {
    quo: {
      judges: [
        '403 to a new question, after storage had refused',
        'a page in place of sound',
        'a page in place of sound, handed out',
        'a page in an error',
      ],
    },
    osvi: { judges: 6 },
  },
  'get-never-head': {
    quo: {
      judges: [
        '403 to a new question, after storage had refused',
        'a page in place of sound',
        'a page in place of sound, handed out',
        'a page in an error',
      ],
    },
    osvi: { judges: 6, blames: ['downloaded with HEAD'] },
  },
  'never-hand-out-a-dead-url': {
    quo: { judges: 15 },
    osvi: { judges: 7 },
    envoy: {
      judges: [
        'plays',
        'plays, told twice as long',
        'plays without a length',
        'plays without a length, told with one',
      ],
    },
    feather: { judges: 5 },
    voqo: { judges: ['plays', 'its source is gone, told as playable'] },
  },
  'read-the-lifetime': {
    osvi: {
      judges: 6,
      blames: [
        'plays, told with an end a second early',
        'plays, told with an end a little late',
        'plays, for a time untold',
      ],
    },
    envoy: { judges: ['plays', 'plays, told twice as long'], blames: ['plays, told twice as long'] },
  },
  'refresh-when-the-url-has-died': {
    quo: { judges: ['403 to a new question, after storage had refused'] },
    osvi: {
      judges: ['downloaded, refused', 'downloaded, refused for nothing'],
      blames: ['downloaded, refused', 'downloaded, refused for nothing'],
    },
  },
  'a-null-url-is-not-playable': {
    quo: { judges: 21, blames: ['two play, told without names', 'two play, told the other way round'] },
    feather: { judges: 6 },
    osvi: { judges: 8 },
  },
  'only-a-ready-status-plays': {
    quo: {
      judges: 20,
      blames: [
        'plays, told as failed',
        'plays, and threw',
        'plays, told with a state of its own',
        'one plays, one is deleted, told as failed',
      ],
    },
    envoy: { judges: 5 },
  },
  'survive-an-unknown-status': {
    quo: { judges: ['a list of something else', 'a new word', 'a new word beside a known one'] },
    envoy: { judges: ['a new word', 'no word'] },
    feather: { judges: 6 },
  },
  'an-empty-list-is-an-absence': { quo: { judges: ['an empty list'] } },
  'keep-every-segment-in-order': {
    quo: {
      judges: 7,
      blames: [
        'one plays without a length',
        'two play, told the other way round',
        'one plays, one is deleted, told as one',
      ],
    },
  },
  'report-each-segments-own-state': {
    quo: {
      judges: [
        'one plays, one is deleted',
        'one plays, one is deleted, told as one',
        'one plays, one is deleted, told as failed',
        'a new word beside a known one',
      ],
      blames: ['one plays, one is deleted, told as one', 'one plays, one is deleted, told as failed'],
    },
  },
  'poll-with-bounds': {
    quo: { judges: 7 },
    envoy: { judges: ['AVAILABLE, and nothing there'] },
    feather: { judges: ['no URL'] },
  },
  'final-is-final': {
    quo: { judges: ['a deleted one', 'a deleted one, asked twice'], blames: ['a deleted one, asked twice'] },
  },
  'tell-absent-from-not-found': {
    quo: { judges: 7, blames: ['plays without a length, in an error'] },
    osvi: { judges: ['no success in an error', 'nothing is there'] },
  },
  'tell-missing-from-broken': {
    quo: { judges: 25 },
    osvi: { judges: ['plays, and more is told, cut off', 'no success, cut off', 'a list'] },
    envoy: { judges: ['429'] },
    voqo: { judges: ['its source is gone, cut off'], blames: ['its source is gone, cut off'] },
  },
  'honour-success-false': { osvi: { judges: ['no success', 'success without data'] } },
  'an-unknown-code-is-not-found': {
    voqo: {
      judges: [
        'its source is gone, in an error',
        'unknown, told as absent',
        'unknown, told as expired',
        'replies to an unknown one',
      ],
      blames: ['unknown, told as expired', 'replies to an unknown one'],
    },
  },
  'replies-outlive-the-recording': {
    voqo: {
      judges: ['its source is gone', 'its source is gone, told as playable'],
      blames: ['its source is gone, told as playable'],
    },
  },
  'no-replies-is-normal': {
    voqo: {
      judges: ['no replies', 'no replies, and threw', 'replies of what plays'],
      blames: ['no replies, and threw'],
    },
  },
  'log-code-and-time': {
    voqo: {
      judges: 5,
      blames: [
        'its source is gone',
        'its source is gone, cut off',
        'its source is gone, in an error',
        'unknown, told as expired',
        'unknown, cut off',
      ],
    },
  },
  'a-rejected-key-stays-rejected': {
    quo: {
      judges: ['401', '401, told as an outage', '401, asked twice'],
      blames: ['401, told as an outage', '401, asked twice'],
    },
  },
  'api-403-is-not-an-expired-url': {
    quo: {
      judges: ['403', '403, asked twice', '403 to a new question, after storage had refused'],
      blames: ['403, asked twice'],
    },
  },
  'wait-as-told': { quo: { judges: ['429', '429, asked twice, 2 times'] }, envoy: { judges: ['429'] } },
  'retry-only-what-may-pass': {
    quo: { judges: 38, blames: ['401, asked twice', '403, asked twice'] },
    osvi: { judges: 8 },
    envoy: { judges: ['429'] },
    voqo: { judges: 7 },
  },
  'end-in-bounded-time': { quo: { judges: 14, blames: ['never came to an end'] } },
  'surface-validation-details': {
    quo: {
      judges: ['a refused id', 'a refused id, told as unknown'],
      blames: ['a refused id', 'a refused id, told as unknown'],
    },
    osvi: { judges: ['a refused id'] },
  },
  'survive-any-error-body': {
    quo: { judges: 15, blames: ['plays, and was cut off'] },
    osvi: { judges: ['plays, and more is told, cut off', 'no success, cut off', 'a list'] },
    voqo: {
      judges: ['its source is gone, cut off', 'unknown, cut off'],
      blames: ['its source is gone, cut off'],
    },
  },
  'tolerate-additions': { osvi: { judges: ['plays, and more is told'] } },
  'tolerate-null-metadata': {
    quo: {
      judges: 22,
      blames: [
        'plays, told as failed',
        'plays, and threw',
        'plays, told with a state of its own',
        'one plays, one is deleted, told as failed',
      ],
    },
    envoy: {
      judges: ['plays without a length', 'plays without a length, told with one'],
      blames: ['plays without a length, told with one'],
    },
    feather: {
      judges: ['plays without a length, told with one'],
      blames: ['plays without a length, told with one'],
    },
  },
  'one-unit-of-duration': {
    feather: {
      judges: ['plays', 'plays, told with a length a second off'],
      blames: ['plays, told with a length a second off'],
    },
  },
  'never-leak-a-secret': {
    quo: { judges: 52 },
    osvi: { judges: 14 },
    envoy: { judges: ['429', 'a new word', 'no word', 'AVAILABLE, and nothing there'] },
    feather: { judges: ['no URL'] },
    voqo: { judges: 11 },
  },
  'play-only-media': {
    quo: {
      judges: ['a page in place of sound', 'a page in place of sound, handed out'],
      blames: ['a page in place of sound, handed out'],
    },
  },
  'stop-when-cancelled': { quo: { judges: ['was cancelled, and answered'] } },
  'say-what-was-told': {
    quo: {
      judges: 66,
      blames: [
        'asked nobody',
        'plays, and was cut off',
        'plays, told as another',
        'plays, told as failed',
        'plays, and threw',
        'plays, told with a state of its own',
        'plays without a length, in an error',
        'one plays, one is deleted, told as failed',
        'a refused id, told as unknown',
        '401, told as an outage',
        '403, told after it was answered',
        'a page in an error',
      ],
    },
    osvi: { judges: 21 },
    envoy: { judges: 8 },
    feather: { judges: 6 },
    voqo: {
      judges: 13,
      blames: [
        'its source is gone, told as playable',
        'its source is gone, cut off',
        'unknown, told as absent',
        'unknown, told as expired',
        'no replies, and threw',
        'replies to an unknown one',
      ],
    },
  },
}
