import { checkDocument } from '../../contracts/drift/document/check-document.ts'
import type { DriftReport } from '../../contracts/drift/drift-report.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { CommandContext } from '../command.ts'
import { beside } from '../mock/beside.ts'
import { untilEnd } from '../mock/until-end.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'
import { vendorsNamed } from '../vendors-named.ts'
import { failOnOf } from './fail-on.ts'
import { standProxy } from './proxy/stand-proxy.ts'
import { type Upstream, upstreamOf } from './proxy/upstream.ts'
import { type Counted, openWatcher } from './proxy/watch.ts'

const ports = { least: 0, most: 65_535 }
const usualPort = 4012

const missing = (option: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'missing-option', act: `Cannot stand a proxy up without --${option}`, cure })

const vendorOf = ({ values, positionals }: CommandContext): Vendor => {
  const ids = vendors.map(({ id }) => id)
  const named = textOf(values, 'vendor')
  const [vendor, ...others] = named === undefined ? [] : vendorsNamed(named)
  if (vendor && others.length === 0) return vendor
  const [, word = ''] = positionals
  throw missing(
    'vendor and one vendor behind it',
    `Write --vendor ${ids.includes(word) ? word : ids.join(', --vendor ')}${ids.includes(word) ? '' : '; a proxy stands before one'}.`,
  )
}

const upstreamNamed = ({ values }: CommandContext, port: number, vendor: Vendor): Upstream => {
  const given = textOf(values, 'upstream')
  if (given === undefined)
    throw missing(
      'upstream',
      `Write where the requests go: --upstream ${vendor.origin} for the vendor itself. Nothing is asked that you have not named.`,
    )
  return upstreamOf(given, port)
}

const times = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** What became of the requests that say nothing of the vendor, one line each. */
const asideOf = (
  { undescribed, cut, unanswered, unread, why }: Counted,
  upstream: Upstream,
): readonly string[] => [
  ...(undescribed > 0 ? [`${times(undescribed, 'request')} asked for what the document does not have.`] : []),
  ...(cut > 0 ? [`${times(cut, 'request')} ended before the whole answer had come.`] : []),
  ...(unanswered > 0 ? [`${times(unanswered, 'request')} had no answer from ${upstream.name}: ${why}.`] : []),
  ...(unread > 0
    ? [`Of ${times(unread, 'answer')} the body was too long or packed in an unknown way, and not looked at.`]
    : []),
]

const linksOf = ({
  asked,
  refused,
}: {
  readonly asked: number
  readonly refused: number
}): readonly string[] =>
  asked > 0
    ? [
        `${times(asked, 'link')} asked for a first byte before the end it was told to have: ${refused} refused.`,
      ]
    : []

const nothingSeen = (vendor: Vendor, aside: readonly string[]): PlayheadError =>
  new PlayheadError({
    code: 'nothing-observed',
    act: `Cannot tell whether ${vendor.id} moved: ${aside.length === 0 ? 'nothing was asked' : 'nothing was checked'}`,
    cure: `${aside.length === 0 ? '' : `${aside.join(' ')} `}Let your client ask for recordings through the proxy's address, to the end of the answer.`,
  })

/** What a proxy has seen, and how the command beside it ended. */
export interface Watched {
  readonly report: DriftReport
  /** Its exit code; 0 where there was none. */
  readonly ended: number
}

/**
 * Stands between a client and its vendor, alters nothing, and checks what passes until it is told to end or the command
 * beside it has ended.
 * @throws PlayheadError `missing-option`, `unknown-vendor`, `bad-upstream`, `bad-port`, `port-in-use`, `command-not-started`,
 * `nothing-observed`
 */
export const proxyTraffic = async (context: CommandContext, words: readonly string[]): Promise<Watched> => {
  const { values, err } = context
  const vendor = vendorOf(context)
  const [program] = words
  const port = numberOf(values, 'port', ports) ?? (program === undefined ? usualPort : 0)
  const upstream = upstreamNamed(context, port, vendor)
  const failOn = failOnOf(values)
  if (program !== undefined && vendors.some(({ id }) => id === program))
    throw new PlayheadError({
      code: 'unexpected-argument',
      act: `Cannot use ${shown(program)} here`,
      cure: 'A vendor is named with --vendor, and a command is written after two hyphens.',
    })
  const base = `specs/${vendor.id}, with our corrections`
  const watcher = openWatcher(vendor, checkDocument(await vendor.document(), base), Date.now, {
    asksLinks: isOn(values, 'ask-links'),
  })
  const proxy = await standProxy(upstream, port, watcher.see)
  let ended = 0
  try {
    err(
      `${proxy.url} passes everything on to ${upstream.name}.${program === undefined ? ' Ctrl-C ends it and tells what was seen.' : ''}`,
    )
    if (program === undefined) await untilEnd(context)
    else
      ended = await beside(words, context, {
        PLAYHEAD_PROXY_URL: proxy.url,
        [`PLAYHEAD_${vendor.id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_URL`]: proxy.url,
      })
  } finally {
    await proxy.close()
  }
  const links = await watcher.close()
  const counted = watcher.counted()
  const aside = [...asideOf(counted, upstream), ...linksOf(links)]
  if (counted.checked === 0) throw nothingSeen(vendor, aside)
  for (const line of [`${times(counted.checked, 'exchange')} checked.`, ...aside]) err(line)
  const comparison = watcher.told()
  const subject = { vendor: vendor.id, base, head: upstream.name, comparison, accepted: [], problems: [] }
  return { report: { subjects: [subject], failOn }, ended }
}
