import type { ConfigFile } from './config-file.ts'

const objectsIn = <T extends object>(some: readonly (string | T)[] = []): readonly T[] =>
  some.filter((one) => typeof one !== 'string')

/** Makes the vendors and rules that a config brings along known. @throws PlayheadError `bad-outsider` */
export const takeInFrom = async (file: ConfigFile | undefined): Promise<void> => {
  const outside = { vendors: objectsIn(file?.config.vendors), rules: objectsIn(file?.config.rules) }
  // Whoever brings nothing along does not wait for the catalogue to be loaded.
  if (outside.vendors.length + outside.rules.length > 0)
    (await import('../contracts/outside.ts')).takeIn(outside)
}
