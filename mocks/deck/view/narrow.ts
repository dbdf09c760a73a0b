import { signal } from '@preact/signals'

const query = '(max-width: 719px)'

/** Whether the page is as narrow as a phone's. */
export const isNarrow = signal(false)

/** Keeps {@link isNarrow} true to the page. */
export const watchWidth = (): (() => void) => {
  const media = matchMedia(query)
  const read = (): void => {
    isNarrow.value = media.matches
  }
  read()
  media.addEventListener('change', read)
  return () => media.removeEventListener('change', read)
}
