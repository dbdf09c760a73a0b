import { parse } from 'yaml'

/** Reads YAML 1.2. Aliases that would grow without bounds are refused by the parser. */
export const parseYaml = (text: string): unknown => parse(text)
