import { PlayheadError } from '../../../mocks/world/error.ts'
import type { ApiDocument } from './api-document.ts'

/** Says that the parts of a document lead to each other by more ways than can be followed. */
export const tangled = ({ name }: ApiDocument): PlayheadError =>
  new PlayheadError({
    code: 'hostile-document',
    act: `Cannot compare ${name}: its schemas lead to each other by more ways than can be followed`,
    cure: 'Give an OpenAPI document that somebody wrote, or a part of it that has the operations in use.',
  })
