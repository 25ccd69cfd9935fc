import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentSecurityPolicy } from './security.ts'

export const pageOrigin = 'app://earmark'
export const pageAddress = `${pageOrigin}/index.html`

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Answers `app://earmark/…` from the built page, and from nowhere else; nothing before what it waits for has come. */
export function createPageHandler(
  pageDirectory: string,
  ready: Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    await ready
    const file = fileFor(request.url, pageDirectory)
    if (file === null || request.method !== 'GET') return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  }
}

/** The file an address means, or `null` when it means none inside the folder. */
export function fileFor(address: string, pageDirectory: string): string | null {
  const url = URL.parse(address)
  if (url === null || `${url.protocol}//${url.host}` !== pageOrigin) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(pageDirectory, path === '/' ? 'index.html' : path))
  return file.startsWith(pageDirectory + sep) ? file : null
}
