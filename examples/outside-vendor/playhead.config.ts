// `playhead verify` in this folder verifies the adapter against Acme and OSVI, by the catalogue and by a rule of its own.
import { defineConfig } from '../../contracts/config.ts'
import { acme } from './acme.ts'
import { answerWithinTenSeconds } from './answer-within-ten-seconds.ts'

export default defineConfig({
  client: './adapter.ts',
  vendors: [acme, 'osvi'],
  rules: [answerWithinTenSeconds],
  cases: 100,
})
