import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isOurs, lint } from '../../../specs/tools/lint.ts'
import { specificationIds, specsFolder } from '../../../specs/tools/load.ts'

const vendors = ['envoy', 'feather', 'osvi', 'quo', 'voqo']

/** A copy of OSVI's folder in which one text is replaced. */
const spoilt = (file: string, from: string, to: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'playhead-lint-'))
  cpSync(join(specsFolder, 'osvi'), join(root, 'osvi'), { recursive: true })
  const text = readFileSync(join(root, 'osvi', file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(root, 'osvi', file), text.replace(from, to))
  return root
}

describe('lint', () => {
  test('finds in the raw documents what the vendors published', async () => {
    const raw = (await lint(vendors)).filter(({ stage }) => stage === 'raw')
    const codes = vendors.map((id) => [
      id,
      raw.filter(({ specification }) => specification === id).map(({ code }) => code),
    ])
    expect(Object.fromEntries(codes)).toEqual({
      envoy: [
        'info-contact',
        'operation-operationId',
        'operation-tags',
        ...Array(5).fill('response-has-content'),
      ],
      feather: ['info-contact', 'operation-description', 'operation-tag-defined'],
      osvi: ['info-contact', 'operation-operationId', 'operation-tags', 'no-nullable-in-3-1'],
      quo: [],
      voqo: [
        'info-contact',
        'operation-operationId',
        'operation-tags',
        'operation-operationId',
        'operation-tags',
      ],
    })
  })

  test('says where and how grave', async () => {
    const found = await lint(['osvi'])
    expect(found.find(({ code }) => code === 'no-nullable-in-3-1')).toMatchObject({
      specification: 'osvi',
      stage: 'raw',
      severity: 'error',
      at: '/components/schemas/ErrorNotFound/properties/details/nullable',
      line: 92,
    })
  })

  test('finds nothing of ours, in any specification', async () => {
    expect((await lint()).filter(isOurs)).toEqual([])
    expect(specificationIds()).toEqual(expect.arrayContaining(vendors))
  })

  test.each([
    [
      'an action without a reason',
      'overlay.yaml',
      '    description: Nothing in the published errors is required.\n',
      '',
      'overlay-action-has-a-description',
    ],
    [
      'a guess without a reason',
      'overlay.yaml',
      '        x-reason: Unpublished for this operation.\n',
      '',
      'assumption-has-a-reason',
    ],
    ['a lost schema', 'overlay.yaml', '      Errors:\n', '      Mistakes:\n', 'invalid-ref'],
  ])('finds %s in what is ours', async (_, file, from, to, code) => {
    const found = await lint(['osvi'], spoilt(file, from, to))
    expect(found.filter(isOurs).map((finding) => finding.code)).toContain(code)
  })
})
