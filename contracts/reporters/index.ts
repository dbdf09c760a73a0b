import { badge } from './badge.ts'
import { github } from './github.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every reporter by name. */
export const reporters: Readonly<Record<string, Reporter>> = {
  text,
  json,
  junit,
  sarif,
  github,
  markdown,
  html,
  badge,
}
