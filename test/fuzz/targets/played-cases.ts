import type fc from 'fast-check'
import { type Case, parseCase } from '../../../contracts/case.ts'
import { reference } from '../../../contracts/clients/reference.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { judge } from '../../../contracts/verify/judge.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { Json } from '../../../mocks/world/json.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { refusedBy } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'
import { someCases } from './cases.ts'

const parsed = (json: Json): Case | undefined => {
  try {
    return parseCase(json)
  } catch (error) {
    refusedBy(error)
    return undefined
  }
}

export const playedCases = defineTarget<Json>({
  name: 'played-cases',
  says: 'Whatever case can be read can be played: it ends, every rule judges what came of it, and no client is needed to be right.',
  share: 3,
  inputs: () => mangledJson(someCases(), 1) as fc.Arbitrary<Json>,
  open: () => ({
    run: async (json) => {
      const given = parsed(json)
      const vendor = vendors.find(({ id }) => id === given?.vendors[0])
      if (!given || !vendor) return 'refused'
      try {
        const history = await runCase(given, vendor, reference)
        for (const rule of rules) if (rule.vendors.includes(vendor.id)) judge(rule, history)
      } catch (error) {
        return refusedBy(error)
      }
      return 'taken'
    },
    close: nothingToClose,
  }),
})
