import { useCallback } from 'react'
import type { Replies } from './recordings/outcome.ts'
import { useAnswer } from './use-answer.ts'
import { momentOf } from './when.ts'

interface ReplyListProps {
  readonly list: (shortCode: string) => Promise<Replies>
  readonly shortCode: string
}

/** What was texted back; it stays where the recording is gone. */
export const ReplyList = ({ list, shortCode }: ReplyListProps) => {
  const { value, asking, again } = useAnswer(useCallback(() => list(shortCode), [list, shortCode]))
  const replies = value?.kind === 'replies' ? value.replies : []
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">Replies{replies.length > 0 && <span className="count">{replies.length}</span>}</h2>
      {value === undefined && <p className="quiet">Looking for replies …</p>}
      {value?.kind === 'replies' && replies.length === 0 && (
        <p className="quiet">Nobody has replied yet. Replies to the text message show up here.</p>
      )}
      {value !== undefined && value.kind !== 'replies' && (
        <p className="quiet" role="alert">
          Replies can’t be shown right now.{' '}
          <button type="button" className="link" onClick={again} aria-disabled={asking}>
            {asking ? 'Trying …' : 'Try again'}
          </button>
        </p>
      )}
      <ol className="replies">
        {replies.map(({ id, from, body, receivedAt }) => (
          <li key={id}>
            <p className="bubble">{body}</p>
            <p className="meta">
              <span>{from}</span>
              <time dateTime={new Date(receivedAt).toISOString()}>{momentOf(receivedAt)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
