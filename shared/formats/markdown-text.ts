import { linesOf, oneLine } from './plain-text.ts'

/** Whatever means something in CommonMark, or in what Obsidian adds (`[[links]]`, `#tags`, `==marks==`, `%%comments%%`, `$formulas$`). */
const meaningful = /[\\`*_[\]<>&#~|$=%^!]/g
/** What makes an item of a list at the beginning of a line. */
const itemStart = /^(\d*)([-+.)])/

/** Text on one line that means nothing but itself in Markdown. */
export function literal(text: string): string {
  return oneLine(text).replace(meaningful, '\\$&').replace(itemStart, '$1\\$2')
}

/** A link; what would end its address early is encoded. */
export function link(text: string, address: string): string {
  const whole = oneLine(address).replace(/[\s<>()\\"'`[\]|]/g, percentEncoded)
  return `[${literal(text)}](${whole})`
}

/** Also what `encodeURIComponent` leaves as it is. All of them are ASCII but for spaces, of which `oneLine` leaves one kind. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Markdown of a person's as a quotation: whatever it leaves open (a fence, a list, HTML) ends with it. */
export function quoted(markdown: string): string {
  return linesOf(markdown)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
