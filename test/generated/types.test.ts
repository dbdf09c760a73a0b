import { expectTypeOf, test } from 'vitest'
import type { RecordingBodies as Envoy } from '../../generated/envoy/types.ts'
import type { RecordingBodies as Feather } from '../../generated/feather/types.ts'
import type { RecordingBodies as Osvi } from '../../generated/osvi/types.ts'
import type { Bodies, RecordingBodies as Quo } from '../../generated/quo/types.ts'
import type { RepliesBodies, RecordingBodies as Voqo } from '../../generated/voqo/types.ts'

// Judged by the compiler; running them proves only that they load.
test('the bodies of each vendor have short names', () => {
  expectTypeOf<Quo>().toEqualTypeOf<Bodies['getCallRecordings_v1']>()
  expectTypeOf<Quo[200]['data'][number]['url']>().toEqualTypeOf<string | null>()
  expectTypeOf<Quo[404]['code']>().toEqualTypeOf<'0900404'>()
  expectTypeOf<Osvi[200]['data']['expires_in_seconds']>().toEqualTypeOf<number>()
  expectTypeOf<Osvi[404]['error']>().toExtend<string>()
  expectTypeOf<Osvi[200]['success']>().toEqualTypeOf<true>()
  expectTypeOf<Envoy[200]['duration_seconds']>().toEqualTypeOf<number | null>()
  expectTypeOf<Envoy[422]['detail'][number]['loc']>().toEqualTypeOf<readonly (string | number)[]>()
  expectTypeOf<Feather[200]['url']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<Voqo[200]['recording']['status']>().toEqualTypeOf<'available' | 'unavailable'>()
  expectTypeOf<RepliesBodies[200]['replies'][number]['body']>().toEqualTypeOf<string>()
})

test('a status that is not documented has no body', () => {
  expectTypeOf<418>().not.toExtend<keyof Quo>()
})
