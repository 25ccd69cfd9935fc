import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { webStreamOf } from '../net/web-stream.ts'
import { readByteRange } from './byte-range.ts'
import type { MediaTarget } from './media-scheme.ts'

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

type MediaFile = Extract<MediaTarget, { kind: 'file' }>

/** Answers a media request from a file, whole or by range. */
export async function fileResponse({ path, head }: MediaFile, request: Request): Promise<Response> {
  const fileBytes = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  // One that was changed since has other times.
  if (fileBytes === null || (head !== null && head.fileBytes !== fileBytes)) {
    return new Response(null, { status: 404 })
  }
  const before = head?.bytes ?? noBytes
  const size = before.length + fileBytes

  const headers = new Headers({
    'accept-ranges': 'bytes',
    'content-type': head === null ? (types[extname(path).toLowerCase()] ?? 'audio/mpeg') : 'audio/mp4',
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
  const status = range === null ? 200 : 206
  if (size === 0) return new Response(null, { status, headers })

  const { signal } = request
  const bytes = async function* (): AsyncGenerator<Buffer> {
    if (first < before.length) yield before.subarray(first, last + 1)
    if (last < before.length) return
    const [start, end] = [Math.max(0, first - before.length), last - before.length]
    yield* createReadStream(path, { start, end, signal })
  }
  return new Response(webStreamOf(Readable.from(bytes())), { status, headers })
}

const noBytes = Buffer.alloc(0)
