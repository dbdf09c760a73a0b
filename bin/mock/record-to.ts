import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openRecording, type Recording } from '../../contracts/drivers/observe/record.ts'
import type { Backend } from '../../mocks/sandboxes.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import manifest from '../../package.json' with { type: 'json' }

/** As long as any head of a run. */
const headBytes = 4096

const cannotRecord = (file: string, why: string, cure: string, cause?: unknown): PlayheadError =>
  new PlayheadError({ code: 'cannot-record', act: `Cannot record into ${shown(file)}: ${why}`, cure, cause })

/** Whether a file is empty or an earlier run, so that nothing else is lost. */
const isOurs = async (handle: FileHandle): Promise<boolean> => {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headBytes), position: 0 })
  const [first = ''] = buffer.subarray(0, bytesRead).toString('utf8').split('\n')
  return bytesRead === 0 || /^\{"playhead":\d+,"kind":"run",/.test(first)
}

/** What an account's key at a vendor is called: the usual one's by the vendor alone. */
const nameOf = (vendor: string, account: string): string =>
  account === 'default' ? vendor : `${vendor}-${account}`

/** A file that is being recorded into. */
export interface RecordFile {
  /** Makes the one who writes down what a backend is asked. */
  readonly onlooker: (backend: Backend) => Recording
  /** Writes the last line, once. @throws PlayheadError `cannot-record` */
  close(): Promise<void>
}

/**
 * Opens a file to record a run into. An earlier run is written over, any other file is left alone.
 * @throws PlayheadError `cannot-record`
 */
export const recordTo = async (file: string, cwd: string): Promise<RecordFile> => {
  let handle: FileHandle
  try {
    handle = await open(resolve(cwd, file), constants.O_RDWR | constants.O_CREAT, 0o600)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw cannotRecord(
      file,
      why,
      `Give a file in a folder that is there; it is looked for from ${cwd}.`,
      cause,
    )
  }
  if (!(await isOurs(handle))) {
    await handle.close()
    throw cannotRecord(file, 'it holds something else', 'Give another name, or delete the file first.')
  }
  await handle.truncate(0)
  const began = performance.now()
  let at = 0
  let recording: Recording | undefined
  const write = async (line: string): Promise<void> => {
    const { bytesWritten } = await handle.write(`${line}\n`, at)
    at += bytesWritten
  }
  return {
    onlooker: (backend) => {
      const { api, storage } = backend.origins
      recording = openRecording({
        head: { by: `Playhead ${manifest.version}`, api, storage },
        vendors: backend.vendors,
        write,
        elapsedMs: () => performance.now() - began,
        locate: async (origin, request) => {
          const { sandbox, request: local, claim } = await backend.locate(origin, request)
          const session = backend.session(sandbox)
          const { world } = await session.state()
          const keys = world.accounts.flatMap(({ id, keys: own }) =>
            own.map(({ vendor, value }) => ({ account: nameOf(vendor, id), value })),
          )
          const minted = claim?.vendor.credential
            ? [{ account: nameOf(claim.vendor.id, 'default'), value: claim.secret }]
            : []
          return { sandbox, request: local, keys: [...keys, ...minted], now: () => session.now() }
        },
      })
      return recording
    },
    close: async () => {
      try {
        await recording?.close()
      } finally {
        await handle.close()
      }
    },
  }
}
