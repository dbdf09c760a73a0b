/** Behaviour rules that lean on some part of an answer. */
export interface Leaning {
  /** A step of the place, such as `.recording_url`, `404` or `security`. */
  readonly step: RegExp
  readonly rules: readonly string[]
}

/** Which behaviour rules lean on what; a test holds the ids to the catalogue. */
export const leanings: readonly Leaning[] = [
  {
    step: /^\.(recording_?)?url$/i,
    rules: ['a-null-url-is-not-playable', 'never-hand-out-a-dead-url', 'use-the-url-byte-for-byte'],
  },
  {
    step: /^\.(expires_?(in|at)|ttl)/i,
    rules: ['read-the-lifetime', 'never-hand-out-a-dead-url', 'refresh-when-the-url-has-died'],
  },
  { step: /^\.(recording_?)?status$/i, rules: ['only-a-ready-status-plays', 'survive-an-unknown-status'] },
  { step: /^\.duration/i, rules: ['one-unit-of-duration', 'tolerate-null-metadata'] },
  { step: /^\.(recording_start_time|start(ed_?at|time))$/i, rules: ['tolerate-null-metadata'] },
  { step: /^\.(content_?type|type)$/i, rules: ['play-only-media'] },
  { step: /^\.success$/i, rules: ['honour-success-false'] },
  { step: /^\.data(\[\])?$/i, rules: ['an-empty-list-is-an-absence', 'keep-every-segment-in-order'] },
  { step: /^\.replies/i, rules: ['no-replies-is-normal', 'replies-outlive-the-recording'] },
  { step: /^(4\d\d|5\d\d|4xx|5xx|default)$/i, rules: ['survive-any-error-body'] },
  { step: /^(400|422)$/, rules: ['surface-validation-details'] },
  { step: /^(401|security)$/, rules: ['a-rejected-key-stays-rejected', 'ask-with-the-vendors-own-key'] },
  { step: /^403$/, rules: ['api-403-is-not-an-expired-url'] },
  { step: /^404$/, rules: ['tell-absent-from-not-found'] },
  { step: /^429$/, rules: ['stay-within-the-quota', 'wait-as-told'] },
  { step: /^5/, rules: ['retry-only-what-may-pass'] },
  { step: /^path parameter/, rules: ['escape-the-id'] },
]
