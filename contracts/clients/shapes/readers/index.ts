import { envoy } from './envoy.ts'
import { feather } from './feather.ts'
import { osvi } from './osvi.ts'
import { quo } from './quo.ts'
import type { Reader } from './reader.ts'
import { voqo } from './voqo.ts'

/** How each vendor's answers are read, by its id. */
export const readers: Readonly<Record<string, Reader>> = { quo, osvi, envoy, feather, voqo }
