const ascii = /^[\p{ASCII}]*$/u
const marks = /\p{M}+/gu

/**
 * Text as it is compared: without accents, without case, with compatible forms made equal. Up and down again,
 * because that is how `ß` and `SS` meet.
 */
export function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(marks, '').toUpperCase().toLowerCase()
}

/** The words of what a person typed, folded, each once. */
export function foldedWords(text: string): string[] {
  return [...new Set(folded(text).split(/\s+/u))].filter((word) => word !== '')
}
