/** Takes files that are dropped anywhere on an element; while one is held over it, the element says so by a class. */
export const watchDrops = (over: HTMLElement, take: (file: File) => unknown): (() => void) => {
  const stop = new AbortController()
  const { signal } = stop
  const holds = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
  over.addEventListener(
    'dragover',
    (event) => {
      if (!holds(event)) return
      event.preventDefault()
      over.classList.add('dropping')
    },
    { signal },
  )
  for (const end of ['dragleave', 'drop'] as const)
    over.addEventListener(end, () => over.classList.remove('dropping'), { signal })
  over.addEventListener(
    'drop',
    (event) => {
      if (!holds(event)) return
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file) take(file)
    },
    { signal },
  )
  return () => stop.abort()
}
