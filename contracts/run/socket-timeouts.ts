import { Socket } from 'node:net'
import { unwatched } from './native-timers.ts'
import type { ClearTimer, SetTimer } from './relayed-timers.ts'

/** What node keeps to itself, and calls whenever bytes have moved, or have not for too long. */
interface IdleSocket {
  _unrefTimer: (this: Socket) => void
  readonly _onTimeout: () => void
  readonly _parent?: Socket | null
}

type Cancel = () => void

const innards = (socket: Socket): IdleSocket => socket as unknown as IdleSocket

/**
 * Has the idle time-outs of sockets run on other timers: those of `socket.setTimeout`, which `timeout` of `http.request`
 * and of its agents, and `request.setTimeout`, come down to.
 * @returns what gives node's own back
 */
export const takeSocketTimeouts = (setTimeout: SetTimer, clearTimeout: ClearTimer): Cancel => {
  const own = { setTimeout: Socket.prototype.setTimeout, unrefTimer: innards(Socket.prototype)._unrefTimer }
  // Kept when it has gone off, as node's: bytes set it going again.
  const armed = new Map<Socket, Cancel>()
  const clear = (socket: Socket): void => {
    armed.get(socket)?.()
    armed.delete(socket)
  }
  const arm = (socket: Socket, ms: number): void => {
    armed.get(socket)?.()
    const timer = setTimeout(() => innards(socket)._onTimeout(), ms)
    armed.set(socket, () => clearTimeout(timer))
  }
  const watched = new WeakSet<Socket>()

  Socket.prototype.setTimeout = function (this: Socket, ms, callback) {
    unwatched(() => own.setTimeout.call(this, ms, callback))
    if (this.destroyed) return this
    // Node has looked at what it was given and taken down the callback; what is left is to stop its own timer.
    own.setTimeout.call(this, 0)
    Object.assign(this, { timeout: ms })
    if (ms === 0) clear(this)
    else arm(this, ms)
    if (!watched.has(this)) this.once('close', () => clear(this))
    watched.add(this)
    return this
  }
  innards(Socket.prototype)._unrefTimer = function (this: Socket) {
    own.unrefTimer.call(this)
    for (let socket: Socket | null = this; socket; socket = innards(socket)._parent ?? null)
      if (armed.has(socket)) arm(socket, socket.timeout ?? 0)
  }

  return () => {
    Socket.prototype.setTimeout = own.setTimeout
    innards(Socket.prototype)._unrefTimer = own.unrefTimer
    for (const socket of armed.keys()) clear(socket)
  }
}
