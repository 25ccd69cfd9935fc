import { hash } from 'node:crypto'
import type { Call } from './call.ts'
import type { Reply } from './reply.ts'

/** Gives a whole answer its `ETag` and answers 304 to who has it already (RFC 9110, section 13). */
export function conditionally(call: Call, reply: Reply): Reply {
  const { body } = reply
  const isWhole = typeof body === 'string' || body instanceof Uint8Array
  if (!isWhole || reply.status !== 200 || (call.method !== 'GET' && call.method !== 'HEAD')) return reply
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const entityTag = `"${hash('sha1', bytes, 'base64url')}"`
  const headers = { 'cache-control': 'public, max-age=0, must-revalidate', ...reply.headers, etag: entityTag }
  return isUnchanged(call, entityTag, reply.headers['last-modified'])
    ? { status: 304, headers, body: '' }
    : { ...reply, headers, body: bytes }
}

export function isUnchanged(call: Call, entityTag: string, lastModified: string | undefined): boolean {
  const known = call.headers['if-none-match']
  if (known !== undefined) {
    return known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === entityTag)
  }
  const since = Date.parse(call.headers['if-modified-since'] ?? '')
  return lastModified !== undefined && Date.parse(lastModified) <= since
}
