import { htmlPage } from './html/page.ts'
import type { Reporter } from './reporter.ts'

/** One file to look at: rules by clients and vendors, and behind each cell the smallest case, drawn. */
export const html: Reporter = {
  summary: 'One self-contained page: rules by clients and vendors, each case drawn.',
  render: htmlPage,
}
