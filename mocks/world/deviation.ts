/** A part of a vendor's document that an answer knowingly breaks, or the way it travels. */
export type Deviation = 'status' | 'body' | 'content-type' | 'transport'
