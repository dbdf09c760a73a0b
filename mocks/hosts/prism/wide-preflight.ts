import type { Understood } from '../../sandboxes/fallback.ts'
import { preflight } from '../../simulator/cors.ts'
import { touchesNothing } from '../../world/usage.ts'

/** The methods that documents may have. */
const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

/** Lets a page on another origin send whatever a document may take. */
export const widePreflight: Understood = {
  answer: (request, session) =>
    session.exchange(request, () => {
      const plain = preflight(request)
      const response = { ...plain, headers: { ...plain.headers, 'access-control-allow-methods': methods } }
      return {
        touch: touchesNothing,
        answer: () => ({ response, sighting: { origin: 'api', grants: [], breaks: [] } }),
      }
    }),
}
