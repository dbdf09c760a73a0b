import { reference } from '../../../../contracts/clients/reference.ts'
import { describeContract } from '../../../../contracts/entries/vitest.ts'
import * as first from '../../../../examples/first-client.ts'

describeContract({ ...first, vendor: 'osvi', cases: 5 })
describeContract({ ...reference, ownTimers: false, vendor: 'osvi', cases: 5 })
