/**
 * What each rule says of the histories in which it is broken, in the order of their table: how often it judged that one
 * and its right twin, then the event, what was done there, and what would have been right.
 */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  'ask-with-the-vendors-own-key': [
    '1, 1; 1: it asked with "authorization: Bearer {key:default}" | "authorization: <key>" and nothing else',
    '1, 1; 1: it asked without api-token | "api-token: <key>" and nothing else',
    '1, 1; 1: it asked with the key in its URL too | "api-token: <key>" and nothing else',
  ],
  'never-send-the-key-to-storage': [
    '1, 1; 4: it sent the header x-organization-id to storage | a request that carries the signed URL and nothing that tells who asks',
  ],
  'drop-the-key-on-redirect': [
    '1, 1; 4: it took the header api-token along to another origin | the same request without it, or none',
    '1, 1; 4: it took the header api-token along to another origin | the same request without it, or none',
  ],
  'escape-the-id': [
    '1, 1; 1: asked for "AC1/../../contacts", it requested /v1/contacts | the id as one percent-encoded path segment, or no request at all',
  ],
  'use-the-url-byte-for-byte': [
    '1, 1; 4: it requested {storage}/b/1.mp3?X-Amz-Date=20260131T090000Z&X-Amz-Expires=900&X-Amz-Signature={signature:1}&fresh=1, which nobody told it | a URL exactly as an answer spelt it',
  ],
  'get-never-head': ['1, 1; 0: it asked storage with HEAD | GET, with "Range: bytes=0-0" for a probe'],
  'never-hand-out-a-dead-url': [
    '2, 2; 6: it handed out a URL that died at this instant | a URL that is still alive, or another outcome',
    '2, 1; 6: it handed out a URL that was obtained for an earlier call, and nobody told how long it lives | a URL that is still alive, or another outcome',
    '2, 2; 7: it handed out a URL that died 1 s ago | a URL that is still alive, or another outcome',
  ],
  'read-the-lifetime': [
    '1, 1; 4: it answered that the URL lives until 2026-01-31T09:15:00.000Z | expiresAt 2026-01-31T09:01:00.000Z, as told',
    '1, 1; 5: it answered that the URL lives until 2026-01-31T09:20:01.001Z | expiresAt 2026-01-31T09:20:00.000Z, as told',
  ],
  'refresh-when-the-url-has-died': [
    '1, 1; 7: refused by storage, it answered expired without asking for a new URL | a new URL and another try',
    '1, 1; 10: it asked for a new URL and did not try it | another try with the new URL',
    '1, 1; 13: it tried a fourth URL | at most two new URLs, then `expired`',
    '1, 1; 22: it tried a fourth URL | at most two new URLs, then `expired`',
    '1, 1; 19: refused to the end, it answered unavailable | `expired`',
  ],
  'believe-storage-over-the-clock': [
    '1, 1; 9: it handed out a URL that storage had refused | a new URL, or another outcome',
    '1, 1; 9: it tried a URL again that storage had refused | a new URL',
    '1, 1; 9: it tried a URL again that storage had refused | a new URL',
    '1, 1; 9: it tried a URL again that storage had refused | a new URL',
  ],
  'a-null-url-is-not-playable': [
    '1, 1; 4: it answered playable although the answer carries no URL | any outcome that promises nothing to play',
    '1, 1; 4: it called segment 1 ready although it has no URL | a state that promises nothing to play',
  ],
  'only-a-ready-status-plays': [
    '1, 1; 4: told paused, it answered playable | one of: processing',
    '1, 1; 4: told stopped, it answered deleted | one of: processing, unknown',
    '1, 1; 4: told processing, it called segment 1 failed | processing',
    '1, 1; 4: told failed, it called segment 1 unknown | failed',
    '1, 1; 4: told completed, it called segment 1 expired | ready',
    '1, 1; 4: told deleted, it called segment 1 failed | deleted',
    '1, 1; 4: told deleted, it called segment 0 failed | deleted',
  ],
  'survive-an-unknown-status': [
    '1, 1; 4: told a status that is null or new, it threw TypeError: no such status | one of: unknown, processing, absent, expired, failed, deleted, unavailable',
  ],
  'an-empty-list-is-an-absence': ['1, 1; 4: told an empty list, it answered not-found | absent'],
  'keep-every-segment-in-order': [
    '1, 1; 4: it answered the segments s1 | all of them, in the order told: s1, s2',
  ],
  'report-each-segments-own-state': [
    '1, 1; 4: it called segment 0 ready | failed',
    '1, 1; 4: it called segment 1 failed | ready',
  ],
  'poll-with-bounds': [
    '2, 2; 4: it polled without a pause | a pause, or `processing`',
    '1, 1; 7: it polled on after a final answer | what it was told, at once',
    '1, 1; 7: it polled on after a final answer | what it was told, at once',
    '2, 2; 4: it polled without a pause | a pause, or `processing`',
    '102, 101; 304: it polled 100 times | `processing`, in the end',
  ],
  'final-is-final': [
    '1, 1; 4: it asked again after a final status | the outcome, at once',
    '1, 1; 4: it asked again after a final status | the outcome, at once',
    '1, 1; 4: it asked again after a final status | the outcome, at once',
  ],
  'tell-absent-from-not-found': ['1, 1; 4: told not-found, it answered absent | one of: not-found'],
  'tell-missing-from-broken': [
    '1, 1; 3: told nothing but trouble, it answered not-found | unavailable, unknown',
  ],
  'honour-success-false': [
    '1, 1; 4: told no success, or success without data, it answered playable | one of: unknown, absent, unavailable, not-found',
  ],
  'an-unknown-code-is-not-found': ['1, 1; 4: told 404, it answered unavailable | not-found or absent'],
  'replies-outlive-the-recording': [
    '1, 1; 4: with the recording gone and its replies kept, it answered expired | the replies, as told',
    '1, 1; 4: told that the recording is gone, it answered not-found | `expired`',
  ],
  'no-replies-is-normal': ['1, 1; 4: told an empty list of replies, it answered not-found | an empty list'],
  'log-code-and-time': [
    '1, 1; 2: it answered unavailable and logged nothing of it | a line with the code and the time',
  ],
  'a-rejected-key-stays-rejected': ['1, 1; 4: it tried the rejected key again | `unauthorized`, at once'],
  'api-403-is-not-an-expired-url': ['1, 1; 4: told 403, it answered expired | forbidden'],
  'wait-as-told': [
    '2, 2; 4: told to wait 30 s, it asked again after 29.999 s | to wait as told, or `rate-limited` at once',
    '2, 2; 4: limited, it asked again after 0 ms | a pause before the next try, or `rate-limited`',
    '1, 1; 4: told to wait 29 s, it asked again after 28.999 s | to wait as told, or `rate-limited` at once',
    '1, 1; 4: told to wait 30 s, it asked again after 29.999 s | to wait as told, or `rate-limited` at once',
    '11, 10; 31: it tried for the 11th time | `rate-limited`',
  ],
  'retry-only-what-may-pass': [
    '2, 2; 4: it tried again without a pause | a pause before each retry',
    '2, 1; 4: it asked again after 404 | no retry: the same question gets the same answer',
    '11, 11; 31: it tried for the 11th time | at most 10 tries, then `unavailable`',
    '2, 2; 3: it tried again without a pause | a pause before each retry',
    '2, 2; 4: it asked again after 418 | no retry: the same question gets the same answer',
    '2, 2; 4: it tried again without a pause | a pause before each retry',
    '2, 2; 4: it asked again after 499 | no retry: the same question gets the same answer',
    '2, 2; 7: it tried again without a pause | a pause before each retry',
  ],
  'end-in-bounded-time': [
    '1, 1; 3: it never answered: nothing was left for it to wait for, or an hour had passed | an outcome, `unavailable` where nothing better is known',
  ],
  'surface-validation-details': [
    '1, 1; 4: it kept to itself what the vendor said: id must be a UUID | details with "id must be a UUID" among them',
  ],
  'survive-any-error-body': [
    '1, 1; 4: told 502 with a body that is no answer, it threw TypeError: Unexpected token < | one of: unavailable',
  ],
  'tolerate-additions': [
    '1, 1; 4: told more than the document names, it answered unavailable | one of: playable',
    '1, 1; 4: told more than the document names, it threw TypeError: what is brand_new? | one of: not-found, absent, processing',
  ],
  'tolerate-null-metadata': ['1, 1; 4: it made up a duration that the vendor does not know | no duration'],
  'one-unit-of-duration': [
    '1, 1; 4: it answered a duration of 61500 seconds | 61.5 seconds, as told',
    '1, 1; 4: it answered a duration of 61500 seconds | 61.5 seconds, as told',
  ],
  'give-every-byte': [
    "1, 1; 1: it finished with 5 bytes that are not the recording's | the 10 bytes, or an outcome that is no download",
    "1, 1; 1: it finished with 10 bytes that are not the recording's | the bytes of the segment it was asked for, or an outcome that is no download",
  ],
  'resume-where-it-stopped': [
    "1, 1; 1: it went on from byte 4 with 7 bytes that are not the recording's | the 6 bytes from there on",
    "1, 1; 10: it went on from byte 0 with 9 bytes that are not the recording's | the 10 bytes from there on",
    '1, 1; 1: asked to go on from byte 4, it went on from 2 | 4, or 0',
  ],
  'let-an-open-stream-finish': [
    '1, 1; 6: it cut a running transfer when the URL expired | to read on: a URL needs to be alive only when the request starts',
  ],
  'refresh-once-for-all': [
    '1, 1; 3: it asked while the same question was open | one request for both',
    '1, 1; 3: it asked while the same question was open | one request for both',
  ],
  'never-leak-a-secret': [
    '1, 1; 0: its log holds {signature:1} | no key and no signed URL',
    '1, 1; 1: what it answered holds {signature:1} | no key and no signed URL',
    '1, 1; 1: what it answered holds {key:default} | no key and no signed URL',
    '1, 1; 1: its request to another host holds {key:default} | no key and no signed URL',
    '1, 1; 1: its request to another host holds {signature:1} | no key and no signed URL',
  ],
  'play-only-media': ['1, 1; 7: it handed out a page as a recording | an outcome that is no download'],
  'keep-accounts-apart': [
    '1, 1; 6: it gave foreign a URL that only another account was told | what its own key was told',
  ],
  'stop-when-cancelled': [
    '1, 1; 2: it sent a request after it was cancelled | no further request',
    '1, 1; 2: it never settled after it was cancelled | an end, at once',
  ],
  'say-what-was-told': [
    '1, 1; 4: it answered processing, which nothing it was told allows | one of: playable',
    '1, 1; 4: it handed out a URL that nobody told it: {storage}/b/9.mp3?X-Amz-Date=20260131T090000Z&X-Amz-Expires=900&X-Amz-Signature={signature:9} | a URL of the answer, byte for byte',
    '1, 1; 4: it answered unknown, which nothing it was told allows | one of: anything but an answer that nobody gave',
    '1, 1; 4: it answered the replies [r2, r1] | the replies told, in their order: [r1, r2]',
  ],
  'a-skewed-clock-still-plays': [
    '2, 2; 7: by its own clock, which is wrong, it handed out a URL that storage calls dead | a URL that lives by the clock of the answer that told it',
    '1, 1; 5: by its own clock, which is wrong, it answered expired of a URL that still plays | playable: the Date of the answer tells how wrong the clock is',
    '1, 1; 5: by its own clock, which is wrong, it answered expired of a URL that still plays | playable: the Date of the answer tells how wrong the clock is',
  ],
  'stay-within-the-quota': [
    '1, 1; 51: with one key it asked 11 times in 999 ms | at most 10 requests in 1 s, or `rate-limited` without asking',
  ],
}
