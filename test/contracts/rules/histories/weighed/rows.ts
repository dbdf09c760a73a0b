import { weighedAfterTheEnd } from './after-the-end.ts'
import { weighedAnotherObject } from './another-object.ts'
import { weighedAtOnce } from './at-once.ts'
import { weighedBegunAnew } from './begun-anew.ts'
import { weighedBytes } from './bytes.ts'
import { weighedClocks } from './clocks.ts'
import { weighedEitherWay } from './either-way.ts'
import { weighedKeys } from './keys.ts'
import { weighedParticulars } from './particulars.ts'
import { weighedParts } from './parts.ts'
import { weighedRefusals } from './refusals.ts'
import { weighedSecondLooks } from './second-looks.ts'
import { weighedStreams } from './streams.ts'
import { weighedTries } from './tries.ts'
import type { Weighed } from './weighed.ts'

/** All of them. */
export const weighed: readonly Weighed[] = [
  ...weighedAtOnce,
  ...weighedTries,
  ...weighedKeys,
  ...weighedStreams,
  ...weighedClocks,
  ...weighedRefusals,
  ...weighedParts,
  ...weighedBytes,
  ...weighedAfterTheEnd,
  ...weighedAnotherObject,
  ...weighedBegunAnew,
  ...weighedEitherWay,
  ...weighedSecondLooks,
  ...weighedParticulars,
]
