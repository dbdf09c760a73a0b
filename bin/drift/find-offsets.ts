/** Finds where values begin in the text of a document, by their JSON Pointers; what is not found is left out. */
export type FindOffsets = (pointers: ReadonlySet<string>) => ReadonlyMap<string, number>
