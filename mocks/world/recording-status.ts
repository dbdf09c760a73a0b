/** The nine states a recording can be in, in Quo's words; every vendor's answer is derived from them. */
export const recordingStatuses = [
  'absent',
  'completed',
  'deleted',
  'failed',
  'in-progress',
  'paused',
  'processing',
  'stopped',
  'stopping',
] as const
export type RecordingStatus = (typeof recordingStatuses)[number]
