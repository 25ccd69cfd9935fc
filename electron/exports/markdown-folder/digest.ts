import { hash } from 'node:crypto'

/** Hex digits of what says whether a text is still as it was written: nobody forges one's own notes. */
export function digestOf(text: string, digits: 6 | 16): string {
  return hash('sha256', text, 'hex').slice(0, digits)
}
