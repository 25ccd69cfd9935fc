import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Serves files by ranges, as a podcast's host does, each under its name; from as far away as an answer takes. */
export async function serveAudio(
  paths: readonly string[],
  { answersAfterMs = 0 }: { answersAfterMs?: number } = {},
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = paths.find((each) => request.url === `/${encodeURIComponent(basename(each))}`)
    if (path === undefined) {
      response.writeHead(404).end()
      return
    }
    void Promise.all([stat(path), pause(answersAfterMs)]).then(([{ size }]) => {
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
      const start = Number(from ?? 0)
      const end = to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1)
      if (start > end) {
        response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
        return
      }
      const headers = {
        'content-type': typeOf(path),
        'accept-ranges': 'bytes',
        'access-control-allow-origin': '*',
        'content-length': end - start + 1,
      }
      if (from === undefined) response.writeHead(200, headers)
      else response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` })
      createReadStream(path, { start, end }).pipe(response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.m4a')) return 'audio/mp4'
  if (path.endsWith('.wav')) return 'audio/wav'
  return path.endsWith('.ogg') ? 'audio/ogg' : 'audio/mpeg'
}
