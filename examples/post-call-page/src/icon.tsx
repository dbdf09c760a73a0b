const paths = {
  play: 'M8 5.6v12.8a1 1 0 0 0 1.5.86l10.2-6.4a1 1 0 0 0 0-1.72L9.5 4.74A1 1 0 0 0 8 5.6Z',
  pause: 'M7 5h3.4v14H7zM13.6 5H17v14h-3.4z',
} as const

const lines = {
  away: 'M3 3l18 18M9.5 9.5V12a2.5 2.5 0 0 0 4 2M14.5 11V6a2.5 2.5 0 0 0-4.8-1M6 11.5a6 6 0 0 0 9.6 5M18 11.5c0 .7-.1 1.4-.3 2M12 18v3',
  lost: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.2 15.2 20 20M8.6 8.8a2 2 0 1 1 2.6 2.2c-.5.2-.7.5-.7 1M10.5 14v.01',
  trouble:
    'M12 8v5M12 16.5v.01M10.4 4.3 2.9 17.2A1.9 1.9 0 0 0 4.5 20h15a1.9 1.9 0 0 0 1.6-2.8L13.6 4.3a1.9 1.9 0 0 0-3.2 0Z',
} as const

/** A picture that says nothing that the words beside it do not. */
export const Icon = ({ name }: { readonly name: keyof typeof paths | keyof typeof lines }) =>
  name in paths ? (
    <svg viewBox="0 0 24 24" className="icon" aria-hidden="true" fill="currentColor">
      <path d={paths[name as keyof typeof paths]} />
    </svg>
  ) : (
    <svg
      viewBox="0 0 24 24"
      className="icon"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={lines[name as keyof typeof lines]} />
    </svg>
  )
