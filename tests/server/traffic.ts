import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { LoggedRequest } from './serve.ts'

/** What went over the wire so far, for who measures an asker: subtract one from a later one. */
export type Traffic = {
  requests: number
  /** By status; 0 stands for what was dropped or is not answered yet. */
  byStatus: Record<number, number>
  bodyBytes: number
  /** Everything that was sent, headers and all; received likewise. */
  sentBytes: number
  receivedBytes: number
}

/** Counts at the sockets, since headers are seen nowhere else. */
export function createTraffic(requests: readonly LoggedRequest[]) {
  const open = new Set<Socket>()
  let sentBefore = 0
  let receivedBefore = 0

  return {
    watch(server: Server): void {
      server.on('connection', (socket: Socket) => {
        open.add(socket)
        socket.once('close', () => {
          open.delete(socket)
          sentBefore += socket.bytesWritten
          receivedBefore += socket.bytesRead
        })
      })
    },
    now(): Traffic {
      const byStatus: Record<number, number> = {}
      let bodyBytes = 0
      for (const request of requests) {
        byStatus[request.status] = (byStatus[request.status] ?? 0) + 1
        bodyBytes += request.bodyBytes
      }
      const sum = (name: 'bytesWritten' | 'bytesRead') =>
        [...open].reduce((total, socket) => total + socket[name], 0)
      return {
        requests: requests.length,
        byStatus,
        bodyBytes,
        sentBytes: sentBefore + sum('bytesWritten'),
        receivedBytes: receivedBefore + sum('bytesRead'),
      }
    },
  }
}
