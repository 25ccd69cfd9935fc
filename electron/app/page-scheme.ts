import { access } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { ProtocolRequest, ProtocolResponse } from 'electron'
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

/**
 * Answers `app://earmark/…` from the built page, and from nowhere else; nothing before what it waits for has come. `scriptGiven` is
 * told whenever it gave a script. Names files, and has Chromium read them: this thread is busy with the start.
 */
export function createPageHandler(
  pageDirectory: string,
  ready: Promise<unknown>,
  scriptGiven: () => void = () => undefined,
): (request: Pick<ProtocolRequest, 'url' | 'method'>) => Promise<ProtocolResponse> {
  return async (request) => {
    await ready
    const wanted = fileFor(request.url, pageDirectory)
    if (wanted === null || request.method !== 'GET') return refused
    const path = await access(wanted).then(
      () => wanted,
      () => join(pageDirectory, 'not-found.html'),
    )
    if (extname(path) === '.js') scriptGiven()
    return {
      path,
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    }
  }
}

/** Chromium’s own number for a file that is not found. */
const refused: ProtocolResponse = { error: -6 }

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
