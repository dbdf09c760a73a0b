import type { Vendor } from './define.ts'
import { envoy } from './envoy.ts'
import { feather } from './feather.ts'
import { osvi } from './osvi.ts'
import { quo } from './quo.ts'
import { voqo } from './voqo.ts'

/** The registry: every vendor Playhead speaks, in the order tables show them. */
export const vendors: readonly Vendor[] = [quo, osvi, envoy, feather, voqo]
