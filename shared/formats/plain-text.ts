/** What no line of text can hold: control characters, line ends of any kind, and the two code points that are none. */
const unlined = /[\s\p{Cc}\u{FFFE}\u{FFFF}]+/gu

/** Text as one line that can be written as UTF-8: half a character becomes U+FFFD. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(unlined, ' ').trim()
}

/** The same for text that keeps its lines. */
export function linesOf(text: string): string[] {
  // NUL alone is replaced by everyone who reads Markdown; the others are left to whoever shows them.
  return text
    .toWellFormed()
    .replaceAll('\0', '\u{FFFD}')
    .split(/\r\n|[\n\r]/)
}
