import type { Admission } from '../../../mocks/control/admission.ts'
import { answerControl } from '../../../mocks/control/answer.ts'
import type { ControlResponse } from '../../../mocks/control/define.ts'
import type { Backend } from '../../../mocks/sandboxes.ts'

/** A control request without its host: what most tests do not care about. */
export interface Control {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is, declared as JSON. */
  readonly body?: string
  readonly admission?: Admission
}

/** Asks the control API as a local command would. @param path after `/__playhead`, or whole where it begins with `/~` */
export const control = (backend: Backend, path: string, given: Control = {}): Promise<ControlResponse> => {
  const body = given.body ?? (given.json === undefined ? undefined : JSON.stringify(given.json))
  const request = {
    method: given.method ?? (body === undefined ? 'GET' : 'POST'),
    path: path.startsWith('/~') ? path : `/__playhead${path}`,
    headers: {
      host: '127.0.0.1:4010',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...given.headers,
    },
    ...(body === undefined ? {} : { body }),
  }
  return answerControl(backend, request, given.admission ? { admission: given.admission } : {})
}

export const jsonOf = ({ body }: ControlResponse): Record<string, unknown> => JSON.parse(body ?? 'null')
