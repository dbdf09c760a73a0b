import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

interface NoticeProps extends Words {
  readonly heading: 'h1' | 'h2'
  readonly onRetry?: () => void
  readonly asking?: boolean
}

/** Says why there is nothing to play, and lets one try again where that may help. */
export const Notice = ({ title, text, icon, passes, heading: Heading, onRetry, asking }: NoticeProps) => (
  <div className="notice" role={passes ? 'alert' : undefined}>
    <Icon name={icon} />
    <Heading>{title}</Heading>
    <p>{text}</p>
    {passes && onRetry && (
      <button type="button" className="retry" onClick={onRetry} aria-disabled={asking === true}>
        {asking ? 'Trying …' : 'Try again'}
      </button>
    )}
  </div>
)
