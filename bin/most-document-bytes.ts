/** The longest document that is read, in bytes: the largest vendor's is a tenth of it. */
export const mostDocumentBytes = 10 * 1024 * 1024
