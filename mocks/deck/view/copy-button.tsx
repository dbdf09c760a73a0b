/** @jsxImportSource preact */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** Copies a text, and says so on itself. */
export const CopyButton = (props: {
  readonly text: () => string | Promise<string>
  readonly children: ComponentChildren
}) => {
  const said = useSignal<string | undefined>(undefined)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await props.text())
      said.value = 'Copied'
    } catch {
      said.value = 'The browser does not let pages copy'
    }
  }
  return (
    <button
      type="button"
      onClick={() => void copy()}
      onBlur={() => {
        said.value = undefined
      }}
    >
      <span aria-live="polite">{said.value ?? props.children}</span>
    </button>
  )
}
