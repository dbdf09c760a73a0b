/**
 * Imports a package that may not be installed, and that the compiler is not to look for.
 * @returns its exports, as whoever asks says that they are
 */
export const imported = async <T>(name: string): Promise<T> => (await import(name)) as T
