/** A file with properties at its beginning. `yaml` is what stands between the lines of `---`, with its last line's end. */
export type FrontMatterText = { head: string; yaml: string; rest: string }

const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /(?<![^\n])---[ \t]*\r?(?:\n|$)/

/** `null` for text that has none at its beginning. */
export function frontMatterText(text: string): FrontMatterText | null {
  const [head] = opening.exec(text) ?? []
  if (head === undefined) return null
  const behind = text.slice(head.length)
  const end = closing.exec(behind)
  if (end === null) return null
  return { head, yaml: behind.slice(0, end.index), rest: behind.slice(end.index) }
}
