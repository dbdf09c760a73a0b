import { broken } from '../broken-client.ts'

/** Gives no replies where there is no recording any more. */
export const repliesNeedRecording = broken('replies-need-recording', {
  caughtBy: 'replies-outlive-the-recording',
  vendors: ['voqo'],
  wrong: { repliesNeedRecording: true },
  right: { repliesNeedRecording: false },
})
