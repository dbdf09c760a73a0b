import type { Answered } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Bench } from '../client.ts'
import type { Turn } from './pace.ts'
import type { Failed, Policy } from './policy.ts'
import { fetchFollowing } from './redirects.ts'
import { withTimeLimit } from './time-limit.ts'

/** What a question came to, and when it was sent and answered by the client's clock. */
export interface Reply {
  readonly answered: Failed
  readonly sentAt: Instant
  readonly receivedAt: Instant
}

const readAnswer = async (response: Response): Promise<Answered> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  // A refusal is one without its body too.
  body: response.status < 400 ? await response.text() : await response.text().catch(() => ''),
})

const askOnce = async (
  bench: Bench,
  policy: Policy,
  url: string,
  turn: Turn,
  signal: AbortSignal,
): Promise<Failed> => {
  try {
    return await withTimeLimit(bench, policy.answerLimitMs, signal, async (limited) =>
      readAnswer(
        await fetchFollowing(bench, policy, url, { headers: policy.headers(bench), signal: limited, turn }),
      ),
    )
  } catch (error) {
    if (signal.aborted) throw error
    return 'lost'
  }
}

/** Puts a question to the API as often as the policy finds it worth while. @throws the signal's reason */
export const ask = async (
  bench: Bench,
  policy: Policy,
  path: string,
  turn: Turn,
  signal: AbortSignal,
): Promise<Reply> => {
  for (let tries = 1; ; tries++) {
    await turn(signal)
    const sentAt = bench.now()
    const answered = await askOnce(bench, policy, `${bench.baseUrl}${path}`, turn, signal)
    const receivedAt = bench.now()
    const pause = policy.pauseMs(answered, tries, receivedAt)
    if (pause === undefined) return { answered, sentAt, receivedAt }
    if (pause > 0) await bench.sleep(pause, signal)
    signal.throwIfAborted()
  }
}
