import { document } from '../../generated/playhead/document.ts'
import { distance } from '../world/nearest.ts'
import type { ControlOperation } from './define.ts'

/** One operation as the document lays it out. */
export interface ControlRoute {
  readonly id: ControlOperation
  readonly method: string
  readonly path: string
  readonly takesBody: boolean
}

/** Every control route: the document's own paths are the table. */
export const controlRoutes: readonly ControlRoute[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    takesBody: 'requestBody' in operation,
  })),
)

const patterns = new Map(
  controlRoutes.map(({ path }) => [path, new RegExp(`^${path.replace(/\{[^}]+\}/, '([^/]+)')}$`)]),
)

/** The routes of a path, one a method, with the path's parameter (empty where it has none). */
export const controlRoutesAt = (
  path: string,
): { readonly routes: readonly ControlRoute[]; readonly parameter: string } => {
  const matches = [...patterns].find(([, pattern]) => pattern.test(path))
  if (!matches) return { routes: [], parameter: '' }
  const [documented, pattern] = matches
  return {
    routes: controlRoutes.filter((route) => route.path === documented),
    parameter: pattern.exec(path)?.[1] ?? '',
  }
}

/** The route whose path is most like a path that means none. */
export const nearestControlRoute = (method: string, path: string): ControlRoute | undefined => {
  const given = path.slice(0, 200)
  const ranked = controlRoutes.map((route) => ({
    route,
    steps: distance(given, route.path) + (route.method === method ? 0 : 0.5),
  }))
  return ranked.toSorted((a, b) => a.steps - b.steps)[0]?.route
}
