export type ByteRange = { first: number; last: number }

/**
 * Reads a `Range` header against a file of `size` bytes (RFC 9110, 14.1.2; one range, which is all that media elements
 * ask for). `null`: there is none or it is not understood, answer with the whole. `'unsatisfiable'`: answer 416.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const range = { first: Number(first), last: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
  if (range.first >= size) return 'unsatisfiable'
  return range.first > range.last ? null : range
}
