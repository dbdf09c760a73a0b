import type { ClientModule } from '../../client.ts'
import { clientWith } from '../client-with.ts'
import { correct } from '../correct.ts'

/** Keeps what plays for as long as it was told, less a margin, and looks again at nothing that is in the making. */
export const cacheWithMargin: ClientModule = clientWith('reference/cache-with-margin', correct)
