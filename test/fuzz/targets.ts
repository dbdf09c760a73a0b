import type { AnyTarget } from './target.ts'
import { cases } from './targets/cases.ts'
import { control } from './targets/control.ts'
import { documents } from './targets/documents.ts'
import { driverLines } from './targets/driver-lines.ts'
import { headers } from './targets/headers.ts'
import { keys } from './targets/keys.ts'
import { links } from './targets/links.ts'
import { paths } from './targets/paths.ts'
import { playedCases } from './targets/played-cases.ts'
import { ranges } from './targets/ranges.ts'
import { recordings } from './targets/recordings.ts'
import { sockets } from './targets/sockets.ts'
import { words } from './targets/words.ts'

/** Every door through which strangers' bytes come in. */
export const targets: readonly AnyTarget[] = [
  sockets,
  paths,
  headers,
  ranges,
  links,
  keys,
  control,
  cases,
  playedCases,
  driverLines,
  recordings,
  documents,
  words,
]
