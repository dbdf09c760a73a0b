import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** No load is kept up for longer than this, whatever happens to the rest. */
const longestSeconds = 3600

const burner = fileURLToPath(new URL('burner.ts', import.meta.url))

/** Keeps so many processes busy while something is done, and ends them. */
export const underLoad = async <T>(processes: number, act: () => Promise<T>): Promise<T> => {
  const burners = Array.from({ length: processes }, () =>
    spawn(process.execPath, [burner, String(longestSeconds)], { stdio: ['pipe', 'ignore', 'inherit'] }),
  )
  try {
    return await act()
  } finally {
    for (const one of burners) one.kill()
  }
}
