import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type LocalServer = { origin: string; requests: string[]; server: Server }

/** A real HTTP server on a free port, which ends with the test. */
export async function serve(listener: RequestListener): Promise<LocalServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}`, requests, server }
}

/** A port at which nothing listens. */
export async function closedPort(): Promise<number> {
  const { origin, server } = await serve(() => undefined)
  await new Promise((resolve) => server.close(resolve))
  return Number(new URL(origin).port)
}

/** Sends so many zeros, as fast as they are taken; gives how many went out so far. */
export function sendZeros(response: ServerResponse, bytes: number): () => number {
  const zeros = Buffer.alloc(64 * 1024)
  let sent = 0
  const send = (): void => {
    while (!response.destroyed && sent < bytes) {
      sent += zeros.length
      if (!response.write(zeros)) return
    }
    if (sent >= bytes) response.end()
  }
  response.on('drain', send)
  send()
  return () => sent
}
