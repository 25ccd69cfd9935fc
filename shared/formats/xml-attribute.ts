import { oneLine } from './plain-text.ts'

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** One line: XML knows no other controls, and none of them as a reference either. */
export function xmlAttribute(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (character) => entities.get(character) ?? character)
}
