import type { ControlHandlers } from './define.ts'
import { readyOf } from './ready.ts'

export const vendors: ControlHandlers<'getVendors'> = {
  getVendors: async ({ session, located }) => ({
    status: 200,
    body: await readyOf(session(), { prefix: located.sandbox === 'default' ? '' : `/~${located.sandbox}` }),
  }),
}
