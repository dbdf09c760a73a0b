import type { Ready } from '../../mocks/control/ready.ts'
import type { Seen, Way } from './asking.ts'

/** How one user reaches the sandbox that is theirs. */
export interface Door {
  readonly name: string
  /** What stands before the path of a vendor, and what leads to the sandbox beside it. */
  readonly prefix: string
  readonly headers: Readonly<Record<string, string>>
  readonly vendors: Ready['vendors']
}

/** The three ways to a sandbox that there are. */
export const doorKinds = ['prefix', 'header', 'minted'] as const

const jsonOf = (seen: Seen, what: string): Ready => {
  if (seen.status >= 200 && seen.status < 300) return JSON.parse(seen.body.toString('utf8'))
  throw new Error(`${what} is answered with ${seen.status}: ${seen.body.toString('utf8').slice(0, 300)}`)
}

/** Opens a sandbox, and asks the server itself how its vendors are reached there. */
export const openDoor = async (
  { ask }: Way,
  url: string,
  name: string,
  kind: (typeof doorKinds)[number],
): Promise<Door> => {
  if (kind === 'minted') {
    const made = await ask({
      url: `${url}/__playhead/sandboxes`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    })
    return { name, prefix: '', headers: {}, vendors: jsonOf(made, 'A new sandbox').vendors }
  }
  const { vendors } = jsonOf(await ask({ url: `${url}/__playhead/vendors` }), 'Who there is')
  return kind === 'prefix'
    ? { name, prefix: `/~${name}`, headers: {}, vendors }
    : { name, prefix: '', headers: { 'x-playhead-sandbox': name }, vendors }
}
