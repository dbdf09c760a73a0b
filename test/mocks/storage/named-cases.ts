import type { Suite } from './named-case.ts'
import { ceph } from './named-cases-ceph.ts'
import { localstack } from './named-cases-localstack.ts'
import { versitygw } from './named-cases-versitygw.ts'

/** The suites that servers of S3's kind are judged by, with each of their tests that speaks of what storage does here. */
export const namedCases: readonly Suite[] = [ceph, versitygw, localstack]
