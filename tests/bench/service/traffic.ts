import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What went over the wire, seen from the server's side. */
export type Traffic = { requests: number; notModified: number; withBody: number; bytesOut: number }

type Finished = { request: IncomingMessage; response: ServerResponse; socket: Socket }

const channel = 'http.server.response.finish'
const nothing: Traffic = { requests: 0, notModified: 0, withBody: 0, bytesOut: 0 }

/** Counts what servers of this process answer on a port. */
export function countTraffic(port: number): { take: () => Traffic; stop: () => void } {
  let traffic = { ...nothing }
  const writtenBefore = new WeakMap<Socket, number>()

  function hear(message: unknown): void {
    const { response, socket } = message as Finished
    if (socket.localPort !== port) return
    const written = socket.bytesWritten
    traffic.requests += 1
    traffic.bytesOut += written - (writtenBefore.get(socket) ?? 0)
    if (response.statusCode === 304) traffic.notModified += 1
    else traffic.withBody += 1
    writtenBefore.set(socket, written)
  }

  subscribe(channel, hear)
  return {
    /** Since the last time. */
    take: () => {
      const taken = traffic
      traffic = { ...nothing }
      return taken
    },
    stop: () => unsubscribe(channel, hear),
  }
}
