import fc from 'fast-check'
import { catalogue } from '../../../contracts/catalogue.ts'
import { readRun } from '../../../contracts/drivers/observe/read-run.ts'
import type { Run } from '../../../contracts/drivers/observe/run.ts'
import { observe } from '../../../contracts/drivers/observe.ts'
import { isHar, readHar } from '../../../contracts/har/read-har.ts'
import { writeHar } from '../../../contracts/har/write-har.ts'
import { jsonReport } from '../../../contracts/reporters/json.ts'
import { noPaint } from '../../../contracts/reporters/paint.ts'
import { textReport } from '../../../contracts/reporters/text.ts'
import { linesOf, runOf } from '../../contracts/drivers/observe/watched.ts'
import { historyAt, osviPlays, urlOf } from '../../contracts/rules/a-history.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { mangledTexts } from '../arbitraries/texts.ts'
import { checkShown, refusedBy } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'

const { api, storage } = historyAt('osvi')

const good = runOf(
  linesOf(
    [
      api(osviPlays(urlOf(1)), { took: 40 }),
      storage(urlOf(1), { at: 50 }),
      storage(`${urlOf(1)}&a=1`, { at: 60, method: 'HEAD', headers: { 'api-token': '{key:default}' } }),
      api('{}', { at: 70, how: 'lost' }),
    ].flat(),
  ),
)
const har = writeHar(good)
const lines: readonly object[] = [good.head, ...good.lines, { kind: 'end', realMs: 100 }]

const inputs = (): fc.Arbitrary<string> =>
  fc.oneof(
    mangledJson(fc.constant(lines), 2).map((all) =>
      (Array.isArray(all) ? all : [all]).map((line) => `${JSON.stringify(line)}\n`).join(''),
    ),
    mangledJson(fc.constant(JSON.parse(har)), 2).map((json) => JSON.stringify(json)),
    mangledTexts(fc.constant(har)),
  )

const runIn = (text: string): Run => (isHar(text) ? readHar(text, 'run.har') : readRun(text, 'run.jsonl'))

export const recordings = defineTarget<string>({
  name: 'recordings',
  says: 'Whatever a recorded run or a HAR file holds: it is judged and reported, or refused; no terminal obeys it.',
  share: 10,
  inputs,
  open: () => ({
    run: (text) => {
      let run: Run
      try {
        run = runIn(text)
      } catch (error) {
        return refusedBy(error)
      }
      const { report } = observe({ run, rules: catalogue })
      checkShown(textReport(report, { paint: noPaint }), 'The report')
      JSON.parse(jsonReport(report))
      writeHar(run)
      return 'taken'
    },
    close: nothingToClose,
  }),
})
