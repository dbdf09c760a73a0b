import * as v from 'valibot'
import { checkedSandbox } from '../sandboxes/address.ts'
import type { Backend } from '../sandboxes.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { ControlHandlers } from './define.ts'
import { readBody } from './read-body.ts'
import { readyOf } from './ready.ts'

const NewSandbox = v.strictObject({ name: v.exactOptional(v.string()) })

const listed = async (backend: Backend) => ({
  sandboxes: await backend.sandboxes(),
  most: backend.mostSandboxes,
})

export const sandboxes: ControlHandlers<'getSandboxes' | 'addSandbox' | 'removeSandbox'> = {
  getSandboxes: async ({ backend }) => ({ status: 200, body: await listed(backend) }),
  addSandbox: async ({ backend, json }) => {
    const given = readBody(NewSandbox, json, 'Send {"name": "ann"}, or {} for a name that is made.')
    const name = checkedSandbox(given.name ?? backend.newName())
    const minted = await backend.mint(name)
    return { status: 201, body: { name, ...(await readyOf(backend.session(name), { minted })) } }
  },
  removeSandbox: async ({ backend, parameter }) => {
    const name = checkedSandbox(parameter)
    if (!(await backend.has(name)))
      throw new PlayheadError({
        code: 'no-such-sandbox',
        act: `Cannot drop the sandbox ${shown(name)}: there is none of this name`,
        cure: 'GET sandboxes lists those there are.',
      })
    await backend.remove(name)
    return { status: 200, body: await listed(backend) }
  },
}
