import type { VendorId } from './expected.ts'

const paths: Readonly<Record<VendorId, (id: string) => string>> = {
  quo: (id) => `/quo/v1/call-recordings/${id}`,
  osvi: (id) => `/osvi/v1/call/${id}/recording`,
  envoy: (id) => `/envoy/api/v1/calls/${id}/recording`,
  feather: (id) => `/feather/v1/voice/recordings/${id}/playback-url`,
  voqo: (id) => `/voqo/public/recordings/${id}`,
}

/** How a vendor is asked for the recording of an id, as the README's table has it. */
export const recordingPath = (vendor: VendorId, id: string): string => paths[vendor](id)
