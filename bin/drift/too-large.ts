import { PlayheadError } from '../../mocks/world/error.ts'
import { mostDocumentBytes } from '../most-document-bytes.ts'

/** Says that a document is larger than any that is read. */
export const tooLarge = (name: string, bytes: number): PlayheadError =>
  new PlayheadError({
    code: 'document-too-large',
    act: `Cannot read ${name}: it has ${bytes === Number.POSITIVE_INFINITY ? 'no end' : `at least ${bytes} bytes`}`,
    cure: `Bring at most ${mostDocumentBytes} bytes: a part of it that has the operations you need.`,
  })
