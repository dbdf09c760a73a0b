/**
 * Burns one core until its input is closed, or its time is up: `node burner.ts <seconds>`. It ends even when whoever
 * started it dies.
 */
const end = performance.now() + Number(process.argv[2] ?? 1) * 1000

const burn = (): void => {
  const pause = performance.now() + 50
  while (performance.now() < pause) Math.sqrt(pause)
  if (performance.now() < end) setImmediate(burn)
  else process.exit()
}

process.stdin.on('end', () => process.exit()).resume()
burn()
