import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import type { ApiDocument } from '../../contracts/drift/document/api-document.ts'
import { checkDocument } from '../../contracts/drift/document/check-document.ts'
import type { Grade } from '../../contracts/drift/grade.ts'
import { projectFolder } from './house/tree.ts'

/** Labelled pairs of documents that vendors published; they are not ours to carry along. */
const folder = process.env.PLAYHEAD_VENDOR_HISTORY ?? resolve(projectFolder, '../shared/vendor-history')

/** Whether the labelled pairs are here. */
export const hasHistory = existsSync(resolve(folder, 'manifest.json'))

/** Two documents, and what somebody else made of the way from one to the other. */
export interface Labelled {
  readonly id: string
  readonly base: string
  readonly revision: string
  readonly expected: 'breaking' | 'warning' | 'compatible'
}

/** Our grades in the words of the labels. */
export const labels: Readonly<Record<Grade | 'none', Labelled['expected']>> = {
  breaking: 'breaking',
  risky: 'warning',
  compatible: 'compatible',
  editorial: 'compatible',
  none: 'compatible',
}

/** One of the documents. */
export const historyDocument = (name: string): ApiDocument => {
  const text = readFileSync(resolve(folder, name), 'utf8')
  return checkDocument(name.endsWith('.json') ? JSON.parse(text) : parse(text), name)
}

/** All labelled pairs; none where they are not here. */
export const labelledPairs = (): readonly Labelled[] =>
  hasHistory ? JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')).pairs : []
