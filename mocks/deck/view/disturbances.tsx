/** @jsxImportSource preact */
import { useSignal } from '@preact/signals'
import type { Deck } from '../controller.ts'
import { troubles } from '../troubles.ts'

/** What goes wrong, as switches; what others have armed can be disarmed here too. */
export const Disturbances = ({ deck }: { readonly deck: Deck }) => {
  const vendor = useSignal('')
  const armed = deck.timeline.value?.disturbances ?? []
  const own = new Set(troubles.map(({ id }) => id))
  const vendors = [...new Set(deck.answers.value?.answers.map((one) => one.vendor))]
  const disarm = (id: string) => void deck.change('DELETE', `disturbances/${encodeURIComponent(id)}`)
  return (
    <>
      <div class="sub-head">
        <h3>What goes wrong</h3>
        <label>
          at{' '}
          <select
            value={vendor}
            onChange={({ currentTarget }) => {
              vendor.value = currentTarget.value
            }}
          >
            <option value="">every vendor</option>
            {vendors.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul class="switches">
        {troubles.map(({ id, text, role, effect }) => {
          const found = armed.find((one) => one.id === id)
          const aim = { role, ...(vendor.value === '' ? {} : { vendor: vendor.value }) }
          return (
            <li key={id}>
              <button
                type="button"
                role="switch"
                aria-checked={found !== undefined}
                onClick={() =>
                  found ? disarm(id) : void deck.change('POST', 'disturbances', { id, effect, on: aim })
                }
              >
                <i class="knob" aria-hidden="true" />
                {text}
                {found?.on?.vendor === undefined ? '' : ` (${found.on.vendor})`}
              </button>
            </li>
          )
        })}
        {armed
          .filter(({ id = '' }) => !own.has(id))
          .map(({ id = '', effect, on }) => (
            <li key={id}>
              <button type="button" role="switch" aria-checked={true} onClick={() => disarm(id)}>
                <i class="knob" aria-hidden="true" />
                {id}: {effect.kind}
                {on?.vendor === undefined ? '' : ` (${on.vendor})`}
              </button>
            </li>
          ))}
      </ul>
    </>
  )
}
