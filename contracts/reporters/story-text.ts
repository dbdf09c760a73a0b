import { tellable } from '../../mocks/world/tellable.ts'
import type { Finding } from '../report.ts'
import { columns } from './columns.ts'
import { storyOf } from './story.ts'

/** The story of a finding in plain lines, with its verdict: what a machine format carries for people. */
export const storyText = ({ history, event, what, allowed, needed, foundBy }: Finding): string =>
  tellable(
    [
      ...columns([['virtual time', 'who', 'what'], ...storyOf(history, event)]),
      '',
      ...columns([
        ['Wrong here', what],
        ['Allowed here', allowed],
        ...(needed.length > 0 ? [['Needed', needed.join('; ')]] : []),
        ['Found by', foundBy],
      ]),
    ].join('\n'),
  )
