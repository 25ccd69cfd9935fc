import { randomUUID } from 'node:crypto'
import { pageOrigin } from '../app/page-scheme.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { MediaHead } from './exact-audio.ts'
import { fileResponse } from './file-response.ts'
import { mediaScheme } from './media-address.ts'

export type MediaTarget =
  | { kind: 'file'; path: string; head: MediaHead | null }
  | { kind: 'remote'; url: string }

type OpenRemote = Fetcher['openStream']

export type MediaScheme = {
  /** An address under which the page can play the target for as long as the app runs. It tells nothing of path or host. */
  addressFor: (target: MediaTarget) => string
  respond: (request: Request) => Promise<Response>
}

/** More than a person plays in a day, few enough to forget nothing that is in use. */
const mostTargets = 500

const passedHeaders = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
]

/** Serves local and remote audio to the page, with ranges, under addresses that only this process can make. */
export function createMediaScheme(openRemote: OpenRemote): MediaScheme {
  const targets = new Map<string, MediaTarget>()

  return {
    addressFor: (target) => {
      const token = randomUUID()
      targets.set(token, target)
      for (const oldest of targets.keys()) {
        if (targets.size <= mostTargets) break
        targets.delete(oldest)
      }
      return `${mediaScheme}://audio/${token}`
    },
    respond: async (request) => {
      const token = URL.parse(request.url)?.pathname.slice(1) ?? ''
      const target = targets.get(token)
      if (target === undefined) return new Response(null, { status: 404 })
      // The last of all to be forgotten: a host that is slow is looked into again and again under new ones.
      targets.delete(token)
      targets.set(token, target)
      const response = await (target.kind === 'file'
        ? fileResponse(target, request)
        : remoteResponse(target.url, request, openRemote))
      response.headers.set('access-control-allow-origin', pageOrigin)
      return response
    },
  }
}

async function remoteResponse(url: string, request: Request, openRemote: OpenRemote): Promise<Response> {
  const range = request.headers.get('range')
  const opened = await openRemote(url, {
    ...(range === null ? {} : { range }),
    signal: request.signal,
  })
  if (!opened.ok) return new Response(null, { status: 502, statusText: 'Bad Gateway' })

  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const name of passedHeaders) {
    const value = opened.value.headers.get(name)
    if (value !== undefined) headers.set(name, value)
  }
  return new Response(opened.value.body as ReadableStream<Uint8Array>, {
    status: opened.value.status,
    headers,
  })
}
