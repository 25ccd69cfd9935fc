import { createHash } from 'node:crypto'

/** Hex digits of what says whether a text is still as it was written: nobody forges one's own notes. */
export function digestOf(text: string, digits: 6 | 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}
