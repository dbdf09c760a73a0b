import type { DriftReporter } from './drift-reporter.ts'
import { github } from './github.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { overlay } from './overlay.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every form in which drift can be told, by name. */
export const driftReporters: Readonly<Record<string, DriftReporter>> = {
  text,
  json,
  markdown,
  sarif,
  github,
  html,
  overlay,
}
