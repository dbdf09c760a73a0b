/**
 * The file of a client, from the root of its project, where it is one: what annotations can point at.
 * @example clientFile('./test/adapter.ts') // 'test/adapter.ts'
 */
export const clientFile = (argument: string | undefined): string | undefined => {
  if (argument === undefined || /^([A-Za-z]:|\/|\.\.\/)|\s/.test(argument)) return undefined
  return /\.[cm]?[jt]sx?$/.test(argument) ? argument.replace(/^(\.\/)+/, '') : undefined
}
