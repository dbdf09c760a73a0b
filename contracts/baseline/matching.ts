import type { Known } from '../baseline.ts'

const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/\W/g, '\\$&'))
      .join('.*')}$`,
    's',
  ).test(text)

/** Whether an entry of a baseline speaks of a rule at a vendor. */
export const speaksOf = (known: Known, { rule, vendor }: { rule: string; vendor: string }): boolean =>
  fits(known.rule, rule) && fits(known.vendor, vendor)
