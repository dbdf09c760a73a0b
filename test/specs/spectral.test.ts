import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const cli = createRequire(import.meta.url).resolve('@stoplight/spectral-cli')
const root = fileURLToPath(new URL('../../', import.meta.url))

/** What Spectral's own command line says of a document, under our rules. */
const findingsOf = async (document: string): Promise<readonly { code: string }[]> => {
  const argv = [cli, 'lint', '--ruleset', 'specs/ruleset.yaml', '--format', 'json', '--quiet', document]
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: root }).catch(
    // It exits with 1 where it finds an error; what it found stands in its output.
    (ended: { stdout: string }) => ended,
  )
  return JSON.parse(stdout)
}

test('the rules work from Spectral’s own command line', async () => {
  const codes = (await findingsOf('specs/osvi/openapi.yaml')).map(({ code }) => code)
  expect(codes.filter((code) => code.includes('nullable'))).toHaveLength(1)
})
