// What `playhead verify` judges: the page's own client, as it is.
import type { Bench, RecordingClient } from '../../contracts/index.ts' // in a project of yours: 'playhead/contracts'
import { createRecordings } from './src/recordings/recordings.ts'

export const name = 'post-call-page'

export const capabilities = { vendors: ['voqo', 'osvi'] }

export const connect = ({ vendor, baseUrl, credentials, fetch }: Bench): RecordingClient =>
  createRecordings({ vendor, baseUrl, headers: credentials, fetch })
