/** What a route answers; the server adds validators, ranges' absence, faults and the sending. */
export type Reply = { status: number; headers: Record<string, string>; body: Body }
type Body = string | Uint8Array | Stream
/** `length` in bytes where it is known beforehand. */
export type Stream = {
  length: number | null
  chunks: (signal: AbortSignal) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export function json(value: unknown, given: { status?: number; updatedAt?: string } = {}): Reply {
  return text('application/json; charset=utf-8', `${JSON.stringify(value)}\n`, given)
}

/** JSON that was written out already. */
export function jsonBytes(body: Uint8Array, given: { status?: number; updatedAt?: string } = {}): Reply {
  return text('application/json; charset=utf-8', body, given)
}

export function html(markup: string, given: { status?: number; updatedAt?: string } = {}): Reply {
  return text('text/html; charset=utf-8', markup, {
    status: given.status ?? 200,
    ...lastChanged(given.updatedAt),
  })
}

export function text(
  contentType: string,
  body: string | Uint8Array,
  { status = 200, updatedAt }: { status?: number; updatedAt?: string } = {},
): Reply {
  const headers: Record<string, string> = { 'content-type': contentType }
  if (updatedAt !== undefined) headers['last-modified'] = new Date(updatedAt).toUTCString()
  return { status, headers, body }
}

/** An error as A1 to A5 and K3 to K5 tell it. */
export function problem(
  status: number,
  code: string,
  message: string,
  more: Record<string, unknown> = {},
): Reply {
  return json({ error: { code, message }, ...more }, { status })
}

export const notFound = (what: string): Reply => problem(404, 'not_found', `There is no such ${what}.`)

function lastChanged(updatedAt: string | undefined): { updatedAt?: string } {
  return updatedAt === undefined ? {} : { updatedAt }
}
