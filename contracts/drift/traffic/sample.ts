import { isObject, type Json } from '../../../mocks/world/json.ts'
import { essence } from '../operations/media.ts'
import { type ApiOperation, titleOf } from '../operations/operation.ts'
import type { Exchange } from './exchanges.ts'
import { isJson } from './is-json.ts'
import { nameShown, redacted } from './redacted.ts'

const longestSample = 300
/** Of a list the first few are like the rest. */
const mostItems = 2

const form = (value: Json): Json => {
  if (typeof value === 'string') return redacted(value)
  if (typeof value === 'number') return Number(String(value).replace(/\d/g, '9'))
  if (Array.isArray(value))
    return value.length > mostItems ? [...value.slice(0, mostItems).map(form), '…'] : value.map(form)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [nameShown(name), form(one)]))
}

const formOfText = (text: string): string => {
  try {
    return JSON.stringify(form(JSON.parse(text)))
  } catch {
    return redacted(text)
  }
}

/**
 * One exchange in one line, as an example: the template of its path, and of its body the names of its fields and the form of
 * what they hold.
 */
export const sampleOf = (operation: ApiOperation, { status, headers, body = '' }: Exchange): string => {
  const type = essence(headers['content-type'] ?? '')
  // Sound and pictures have no form that could be read.
  const text = isJson(type) || type.startsWith('text/') ? formOfText(body) : ''
  const line = [`${titleOf(operation)} → ${status}`, type, text].filter((part) => part !== '').join(' ')
  return line.length > longestSample ? `${line.slice(0, longestSample)}…` : line
}
