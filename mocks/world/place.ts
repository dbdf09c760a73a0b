/** Where a session stands: what an answer needs to know beside the world, none of which changes with time. */
export interface Place {
  readonly sandbox: string
  /** Where vendors answer, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly apiOrigin: string
  /** Where signed URLs point. */
  readonly storageOrigin: string
  /** The host that signatures cover; it stays when a proxy or a free port changes the origin. */
  readonly storageHost: string
}

/** The place of the HTTP server as it starts without options. */
export const localPlace: Place = {
  sandbox: 'default',
  apiOrigin: 'http://127.0.0.1:4010',
  storageOrigin: 'http://127.0.0.1:4011',
  storageHost: '127.0.0.1:4011',
}
