/**
 * Does something while rejections that nobody handles are counted in place of ending the process: a client under test may
 * leave some, and is judged by what it answers.
 */
export const countingStrayRejections = async <T>(
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly stray: number }> => {
  let stray = 0
  const count = (): void => {
    stray++
  }
  process.on('unhandledRejection', count)
  try {
    return { result: await act(), stray }
  } finally {
    process.off('unhandledRejection', count)
  }
}
