import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { webStreamOf } from '../net/web-stream.ts'
import { readByteRange } from './byte-range.ts'

const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'audio/mp4',
  '.m4b': 'audio/mp4',
  '.aac': 'audio/aac',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.webm': 'audio/webm',
}

/** Endings that Earmark takes for audio, without the dot. */
export const audioEndings = Object.keys(types).map((ending) => ending.slice(1))

/** Answers a media request from a file, whole or by range. */
export async function fileResponse(path: string, request: Request): Promise<Response> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  if (size === null) return new Response(null, { status: 404 })

  const headers = new Headers({
    'accept-ranges': 'bytes',
    'content-type': types[extname(path).toLowerCase()] ?? 'audio/mpeg',
    'cache-control': 'no-store',
  })
  const range = readByteRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = range ?? { first: 0, last: size - 1 }
  headers.set('content-length', String(size === 0 ? 0 : last - first + 1))
  if (range !== null) headers.set('content-range', `bytes ${first}-${last}/${size}`)
  if (size === 0) return new Response(null, { status: 200, headers })

  const stream = createReadStream(path, { start: first, end: last, signal: request.signal })
  return new Response(webStreamOf(stream), { status: range === null ? 200 : 206, headers })
}
