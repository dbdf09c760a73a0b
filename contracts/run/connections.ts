import { PlayheadError } from '../../mocks/world/error.ts'
import type { Bench, ClientModule, RecordingClient } from '../client.ts'
import type { Waiting } from './waiting.ts'

/** The clients of one run: one for each account, connected when it is first asked. */
export interface Connections {
  readonly to: (account: string) => Promise<RecordingClient>
  readonly all: () => readonly RecordingClient[]
}

const broken = (what: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'broken-adapter',
    act: `Cannot connect the client: ${what}`,
    cure: 'Make connect(bench) return an object with getRecording(ref), or a promise of one.',
    ...(cause === undefined ? {} : { cause }),
  })

/** Opens the clients of one run. @throws PlayheadError `broken-adapter`, from `to` */
export const openConnections = (
  { connect }: ClientModule,
  benchOf: (account: string) => Bench,
  waiting: Waiting,
): Connections => {
  const clients = new Map<string, RecordingClient>()

  const to = async (account: string): Promise<RecordingClient> => {
    const known = clients.get(account)
    if (known) return known
    let end: { readonly client: unknown } | { readonly thrown: unknown } | undefined
    void (async () => connect(benchOf(account)))().then(
      (client) => {
        end = { client }
      },
      (thrown) => {
        end = { thrown }
      },
    )
    await waiting.until(() => end !== undefined)
    if (!end) throw broken('connect never settled')
    if ('thrown' in end) throw broken(`connect threw ${String(end.thrown)}`, end.thrown)
    const { client } = end as { readonly client: Partial<RecordingClient> | undefined }
    if (typeof client?.getRecording !== 'function') throw broken('it has no getRecording')
    clients.set(account, client as RecordingClient)
    return client as RecordingClient
  }

  return { to, all: () => [...clients.values()] }
}
