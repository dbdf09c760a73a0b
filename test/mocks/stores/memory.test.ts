import { describe } from 'vitest'
import { memoryStore } from '../../../mocks/stores/memory.ts'
import { boundsLaws, storeLaws } from './store-laws.ts'

storeLaws('a memory store', memoryStore)

describe('the bounds of a memory store', () => boundsLaws(memoryStore))
