/** What a vendor's file of ours reads of the vendor's answers. */
export interface VendorReads {
  /** The vendor's operations, as their paths are on the wire. */
  readonly operations: readonly string[]
  /** The file, from the root of Playhead's sources. */
  readonly file: string
  /** The fields it reads. */
  readonly fields: readonly string[]
}

/** Which fields each vendor's file reads; held to the files themselves by a test, so that the vendors need not be loaded. */
export const vendorReads: Readonly<Record<string, VendorReads>> = {
  quo: {
    operations: ['GET /v1/call-recordings/{}'],
    file: 'mocks/vendors/quo.ts',
    fields: ['data', 'status', 'url', 'id', 'startTime', 'duration', 'type', 'errors', 'message'],
  },
  osvi: {
    operations: ['GET /v1/call/{}/recording'],
    file: 'mocks/vendors/osvi.ts',
    fields: ['success', 'data', 'recording_url', 'expires_in_seconds', 'error', 'errors'],
  },
  envoy: {
    operations: ['GET /api/v1/calls/{}/recording'],
    file: 'mocks/vendors/envoy.ts',
    fields: [
      'url',
      'expires_at',
      'recording_start_time',
      'duration_seconds',
      'content_type',
      'recording_status',
    ],
  },
  feather: {
    operations: ['GET /v1/voice/recordings/{}/playback-url'],
    file: 'mocks/vendors/feather.ts',
    fields: ['url', 'status', 'expires_in', 'duration_ms'],
  },
  voqo: {
    operations: ['GET /public/recordings/{}', 'GET /public/recordings/{}/replies'],
    file: 'mocks/vendors/voqo.ts',
    fields: [
      'recording',
      'status',
      'url',
      'startedAt',
      'durationSeconds',
      'contentType',
      'replies',
      'receivedAt',
      'id',
      'from',
      'body',
    ],
  },
}
