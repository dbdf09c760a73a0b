/**
 * Node's own HTTP module, without the copy of undici that `import … from 'node:http'` loads along: an import evaluates all
 * of a built-in module's exports, among them getters for `WebSocket` and its like, and that is a third of the time in
 * which a server stands.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http')
