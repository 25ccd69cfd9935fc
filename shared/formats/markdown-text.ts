import { linesOf, oneLine } from './plain-text.ts'

/** Whatever means something in CommonMark, or in what Obsidian adds (`[[links]]`, `#tags`, `==marks==`, `%%comments%%`, `$formulas$`). */
const meaningful = /[\\`*_[\]<>&#~|$=%^!]/g
/** What makes an item of a list at the beginning of a line. */
const itemStart = /^(\d*)([-+.)])/

/** Text on one line that means nothing but itself in Markdown. */
export function literal(text: string): string {
  return oneLine(text).replace(meaningful, '\\$&').replace(itemStart, '$1\\$2')
}

export function link(text: string, address: string): string {
  return `[${literal(text)}](${addressText(address)})`
}

/** An address as it stands in a link; what would end it early is encoded. */
export function addressText(address: string): string {
  return oneLine(address).replace(/[\s<>()\\"'`[\]|]/g, percentEncoded)
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
