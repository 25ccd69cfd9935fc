/** Text of a template's field that is Markdown already; every other is escaped. */
export class MarkdownValue {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** Nothing is the empty text, so that a template's section of it is left out. */
export function markdown(text: string): MarkdownValue | '' {
  return text === '' ? '' : new MarkdownValue(text)
}
