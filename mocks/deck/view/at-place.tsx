/** @jsxImportSource preact */
import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Deck } from '../controller.ts'

/**
 * An element that knows where the playhead is, as its own property `--place` from 0 to 1. It is small on purpose: whatever has
 * that property is styled anew in every frame.
 */
export const AtPlace = ({ deck, class: name }: { readonly deck: Deck; readonly class: string }) => {
  const own = useRef<HTMLDivElement>(null)
  useSignalEffect(() => {
    own.current?.style.setProperty('--place', String(deck.scale.value.placeOf(deck.now.value)))
  })
  return <div ref={own} class={name} aria-hidden="true" />
}
