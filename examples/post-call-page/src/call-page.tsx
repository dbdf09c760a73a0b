import { useCallback } from 'react'
import { CallHeading } from './call-heading.tsx'
import { Notice } from './notice.tsx'
import { Player } from './player.tsx'
import type { Recordings } from './recordings/recordings.ts'
import { ReplyList } from './reply-list.tsx'
import { useAnswer } from './use-answer.ts'
import { isUnknownCode, noticeOf } from './words.ts'

/** One call after it has ended: its recording, and what was texted back. */
export const CallPage = ({
  recordings,
  shortCode,
}: {
  readonly recordings: Recordings
  readonly shortCode: string
}) => {
  const call = useAnswer(useCallback(() => recordings.getRecording(shortCode), [recordings, shortCode]))
  const { value: recording } = call

  if (recording && isUnknownCode(recording))
    return (
      <main aria-busy={false}>
        <Notice {...noticeOf(recording)} heading="h1" />
      </main>
    )
  const segment = recording?.kind === 'playable' ? recording.segments.find(({ url }) => url) : undefined
  return (
    <main aria-busy={recording === undefined}>
      <CallHeading segment={segment} />
      <section className="card" aria-label="Recording">
        {recording === undefined && <p className="waiting">Looking for the recording …</p>}
        {recording && segment && (
          <Player segment={segment} onDead={call.again} key={segment.startedAt ?? shortCode} />
        )}
        {recording && !segment && (
          <Notice {...noticeOf(recording)} heading="h2" onRetry={call.again} asking={call.asking} />
        )}
      </section>
      {recordings.listReplies && <ReplyList list={recordings.listReplies} shortCode={shortCode} />}
    </main>
  )
}
