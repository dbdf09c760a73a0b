import { mockoon } from './mockoon.ts'
import { nginx } from './nginx.ts'
import type { Peer } from './peer.ts'
import { prism, silentPrism } from './prism.ts'
import { script } from './script.ts'
import { wiremock } from './wiremock.ts'

/** Every peer, as the table has them. */
export const peers: readonly Peer[] = [
  nginx,
  script('hono', 'hono'),
  script('openapi-backend', 'openapi-backend'),
  script('msw', 'msw'),
  wiremock,
  silentPrism,
  prism,
  mockoon,
]
