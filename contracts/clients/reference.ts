import type { ClientModule } from '../client.ts'
import { clientWith } from './client-with.ts'
import { correct } from './correct.ts'

/**
 * One client for every vendor that keeps every rule: it caches by what it was told, with a margin; refreshes what
 * storage refuses; retries what may pass, with growing pauses and as told; ends in time; resumes; shares one question
 * between those who ask it at once; and tells nobody a secret.
 */
export const reference: ClientModule = clientWith('reference', correct)
