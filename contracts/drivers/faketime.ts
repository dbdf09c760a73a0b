import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlayheadError } from '../../mocks/world/error.ts'

/** The clock of a process, moved through libfaketime. */
export interface Faketime {
  /** What the process has to be started with. */
  readonly env: Readonly<Record<string, string>>
  /** Sets its clock; from there it goes on with real time. */
  readonly set: (now: number) => void
  readonly close: () => Promise<void>
}

const places = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/faketime/libfaketime.so.1',
  '/usr/lib64/faketime/libfaketime.so.1',
  '/usr/local/lib/faketime/libfaketime.so.1',
  '/opt/homebrew/lib/faketime/libfaketime.1.dylib',
  '/usr/local/lib/faketime/libfaketime.1.dylib',
]

/** Where libfaketime is; `undefined` where it is not installed. */
export const libfaketime = (): string | undefined => places.find((place) => existsSync(place))

/** Python's own sleep asks for an absolute instant, which libfaketime refuses with EINVAL; found first, this mends it. */
const forPython = `import select, time
time.sleep = lambda seconds: select.select([], [], [], seconds) and None
`

/** Opens a clock for one process. @throws PlayheadError `no-libfaketime` */
export const openFaketime = async (): Promise<Faketime> => {
  const library = libfaketime()
  if (library === undefined)
    throw new PlayheadError({
      code: 'no-libfaketime',
      act: 'Cannot move the driver\'s clock: it says "faketime", and libfaketime is not installed',
      cure: 'Install libfaketime (apt-get install libfaketime), or let the driver say "hooked" or "wire".',
    })
  const folder = await mkdtemp(join(tmpdir(), 'playhead-faketime-'))
  const file = join(folder, 'offset')
  let last: number | undefined
  const set: Faketime['set'] = (now) => {
    if (now === last) return
    last = now
    const seconds = (now - Date.now()) / 1000
    // Read at any moment: it is never half written.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}\n`)
    renameSync(`${file}.new`, file)
  }
  writeFileSync(file, '+0\n')
  writeFileSync(join(folder, 'sitecustomize.py'), forPython)
  const preload = process.platform === 'darwin' ? 'DYLD_INSERT_LIBRARIES' : 'LD_PRELOAD'
  return {
    env: {
      [preload]: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      PYTHONPATH: [folder, ...(process.env.PYTHONPATH ? [process.env.PYTHONPATH] : [])].join(':'),
    },
    set,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
