import type { ControlHandlers } from './define.ts'

export const health: ControlHandlers<'getHealth'> = {
  getHealth: async ({ backend }) => ({
    status: 200,
    body: { status: 'ok', vendors: backend.vendors.map(({ id }) => id) },
  }),
}
