import type { Basis, BasisFrom } from './define.ts'

const standing: Readonly<Record<BasisFrom, string>> = {
  elsewhere: ', on another page of its own',
  reported: ', as third parties report it',
}

/**
 * Why a rule may be asked of a client: whose words they are, where they stand if that is not the vendor's pinned page,
 * and the words.
 * @param nameOf what a vendor is called; its id where left out
 */
export const basisWords = (
  { vendor, from, quote }: Basis,
  nameOf: (vendor: string) => string = (id) => id,
): string => (vendor === undefined ? quote : `${nameOf(vendor)}${from ? standing[from] : ''}: ${quote}`)
