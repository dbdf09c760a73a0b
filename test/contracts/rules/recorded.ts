import type { Case } from '../../../contracts/case.ts'
import type { ClientModule } from '../../../contracts/client.ts'
import type { History } from '../../../contracts/history.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'

const known = new Map<string, Promise<History>>()

/** What came of a case with a client: run once however often it is judged, and a history of its own for each judge. */
export const recorded = async (given: Case, vendor: string, client: ClientModule): Promise<History> => {
  const key = JSON.stringify([client.name, vendor, given])
  const running = known.get(key) ?? runCase(given, vendorNamed(vendor, 'Cannot run a case'), client)
  known.set(key, running)
  return structuredClone(await running)
}
