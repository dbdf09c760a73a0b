import { type Json, listOf, objectOf, textOf } from './reading.ts'

/** What a FastAPI error body says is wrong: `detail` is a list of findings or one text. */
export const fastApiDetails = (json: Json): readonly string[] => {
  const text = textOf(json.detail)
  return text === undefined
    ? listOf(json.detail).flatMap((finding) => textOf(objectOf(finding)?.msg) ?? [])
    : [text]
}
