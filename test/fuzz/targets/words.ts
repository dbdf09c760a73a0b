import fc from 'fast-check'
import { withoutPrefix } from '../../../mocks/sandboxes/address.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'
import { parseDuration } from '../../../mocks/world/duration.ts'
import { parseInstant } from '../../../mocks/world/instant.ts'
import { hostileTexts, mangledTexts } from '../arbitraries/texts.ts'
import { cameOf } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'

const readers: readonly ((text: string) => unknown)[] = [
  parseDuration,
  parseInstant,
  (text) => vendorNamed(text, 'Cannot ask'),
]

const inputs = (): fc.Arbitrary<string> =>
  fc.oneof(
    hostileTexts(),
    mangledTexts(fc.constantFrom('15m', '1h30m', '900000', '2026-01-31T09:00:00Z', '/~ann/v1', 'osvi')),
  )

export const words = defineTarget<string>({
  name: 'words',
  says: 'Whatever is given as a duration, an instant, a sandbox or a vendor: it is one, or refused with what would be.',
  share: 80,
  inputs,
  open: () => ({
    run: (text) => {
      // Nearly every path names no sandbox, which is none to refuse.
      cameOf(() => withoutPrefix(text))
      return readers.map((read) => cameOf(() => read(text))).includes('taken') ? 'taken' : 'refused'
    },
    close: nothingToClose,
  }),
})
