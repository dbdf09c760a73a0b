import type { Backend, BackendOptions } from '../sandboxes.ts'
import type { Onlooker } from '../world/onlooker.ts'
import type { Limits } from './limits.ts'

/** How a server stands. */
export interface ServerOptions extends Omit<BackendOptions, 'origins'> {
  /**
   * The address it listens on. On any but a loopback one, the control API and the deck demand a token.
   * @default '127.0.0.1'
   */
  readonly host?: string
  /** Where vendors and the control API answer; 0 takes a free port. @default 4010 */
  readonly port?: number
  /** Where storage answers. @default the port after the other, or a free one where that is free as well */
  readonly storagePort?: number
  /** Where clients reach the API, if not where it listens: the origin of the balancer or proxy before it. */
  readonly publicUrl?: string
  /** The same for storage: what links name, and what they are signed for. */
  readonly publicStorageUrl?: string
  /**
   * What has to be shown to use the control API and the deck: `Authorization: Bearer TOKEN`. 16 to 256 characters.
   * @default none on loopback; a made one where `host`, `publicUrl` or `allowedHosts` lead others here
   */
  readonly token?: string
  /** Names that the control API and the deck are asked under, beside loopback's, `host` and that of `publicUrl`. */
  readonly allowedHosts?: readonly string[]
  /** What it takes from clients. */
  readonly limits?: Partial<Limits>
  /** Told of what should never happen. @default prints it to stderr */
  readonly onCrash?: (error: unknown) => void
  /** Makes the one who looks on at all that passes over the wire, the control API's own requests excepted. */
  readonly onlooker?: (backend: Backend) => Onlooker
}

/** A server that listens. */
export interface PlayheadServer {
  /** The origin of vendors and of the control API, without a trailing slash. */
  readonly url: string
  readonly storageUrl: string
  readonly backend: Backend
  /** What has to be shown to use the control API, where anything has. */
  readonly token: string | undefined
  /** Takes no more requests, ends what only waits, and lets what is being sent go on for a moment. */
  close(): Promise<void>
}
