import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { timelineOf } from '../../../contracts/reporters/html/timeline-rows.ts'
import { html } from '../../../contracts/reporters/html.ts'
import { aFinding, aReport } from '../support/a-report.ts'

const page = html.render([aReport, { ...aReport, client: 'another' }], { caseFile: () => '.playhead/a.json' })

const hashOf = (text = ''): string => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`

describe('the page', () => {
  test('runs and shows only what stands in it, by hash', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    const [scripts, styles] = [/<script>(.*?)<\/script>/gs, /<style>(.*?)<\/style>/gs].map((one) => [
      ...page.matchAll(one),
    ])
    expect(scripts).toHaveLength(1)
    expect(styles).toHaveLength(1)
    expect(policy).toContain(`script-src ${hashOf(scripts?.[0]?.[1])};`)
    expect(policy).toContain(`style-src ${hashOf(styles?.[0]?.[1])};`)
    expect(policy).toMatch(/^default-src &#39;none&#39;;/)
    expect(page).not.toMatch(/\s(style|on\w+)="/)
    expect(page.match(/\b(src|href)="(?!#|data:,)[^"]*"|url\(|@import/g)).toBeNull()
  })

  test('opens a page of its own for each cell', () => {
    const cells = [...page.matchAll(/<a class="cell[^"]*" href="#([^"]+)"/g)].map(([, id]) => id)
    expect(cells).toHaveLength(12)
    expect(new Set(cells).size).toBe(12)
    for (const id of cells) expect(page).toContain(`<dialog id="${id}"`)
    expect(page).toContain(
      'aria-label="never-hand-out-a-dead-url at osvi: failed, judged 3 times in 1 cases"',
    )
    expect(page.match(/<svg class="timeline"/g)).toHaveLength(6)
  })

  test('takes nothing a client said as markup', () => {
    expect(page).toContain('it handed out &lt;a URL&gt; that died &amp; &quot;went&quot;')
    const client = '</script><script>alert(1)</script>'
    expect(html.render([{ ...aReport, client }], {}).match(/<script>/g)).toHaveLength(1)
  })

  test('is the same for the same reports', () => {
    expect(html.render([aReport], {})).toBe(html.render([aReport], {}))
  })
})

describe('a timeline', () => {
  const { rows, links } = timelineOf(aFinding.history, aFinding.event)

  test('has a row for each thing that happened, and ends where the rule is broken', () => {
    expect(rows.map(({ kind, lane, here }) => [kind, lane, here])).toEqual([
      ['note', 'client', false],
      ['asked', 'client', false],
      ['sent', 'api', false],
      ['received', 'api', false],
      ['answered', 'client', false],
      ['note', 'client', false],
      ['asked', 'client', false],
      ['answered', 'client', true],
    ])
  })

  test('tells how long a link lives, in rows', () => {
    expect(links).toEqual([{ name: 'url#1', from: 3, to: 5 }])
  })
})
