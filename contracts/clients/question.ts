import type { Answered } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Bench } from '../client.ts'
import type { Failed, Policy } from './policy.ts'
import { fetchFollowing } from './redirects.ts'
import { withTimeLimit } from './time-limit.ts'

/** What a question came to, and when it was sent by the client's clock. */
export interface Reply {
  readonly answered: Failed
  readonly sentAt: Instant
}

const readAnswer = async (response: Response): Promise<Answered> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  // A refusal is one without its body too.
  body: response.status < 400 ? await response.text() : await response.text().catch(() => ''),
})

const askOnce = async (bench: Bench, policy: Policy, url: string, signal: AbortSignal): Promise<Failed> => {
  try {
    return await withTimeLimit(bench, policy.answerLimitMs, signal, async (limited) =>
      readAnswer(
        await fetchFollowing(bench, policy, url, { headers: policy.headers(bench), signal: limited }),
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
  signal: AbortSignal,
): Promise<Reply> => {
  for (let tries = 1; ; tries++) {
    const sentAt = bench.now()
    const answered = await askOnce(bench, policy, `${bench.baseUrl}${path}`, signal)
    const pause = policy.pauseMs(answered, tries, bench.now())
    if (pause === undefined) return { answered, sentAt }
    if (pause > 0) await bench.sleep(pause, signal)
    signal.throwIfAborted()
  }
}
