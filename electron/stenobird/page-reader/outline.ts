import { type Block, lineOf, plainSpan, type Span } from './block.ts'
import { strayFieldsStart } from './fields.ts'
import { fieldNamed, type SectionName, sectionNamed } from './vocabulary.ts'

export type Outline = {
  title: string
  sections: ReadonlyMap<SectionName, Block[]>
  /** What stands before, between and after the sections: the fields are there. */
  outside: Block[]
  /** Headings that were recognised or are real ones, as a sign that the text has any structure. */
  headings: number
}

/** A paragraph that is a heading in effect ranks below every real one. */
const paragraphLevel = 7

/** Sorts the blocks under the headings they belong to. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const sections = new Map<SectionName, Block[]>()
  const outside: Block[] = []
  const titleBlock = titleOf(blocks)
  const spare = new Map<SectionName, Block[]>()
  let current: { blocks: Block[]; level: number } | null = null
  let headings = 0

  for (const block of withoutKicker(blocks, titleBlock)) {
    if (block === titleBlock) {
      current = null
      headings += 1
      continue
    }
    const heading = headingOf(block)
    if (heading?.name != null) {
      headings += 1
      const place = heading.level === 0 ? spare : sections
      const opened = place.get(heading.name) ?? []
      place.set(heading.name, opened)
      current = { blocks: opened, level: heading.level }
    } else if (heading !== null && (current === null || heading.level <= current.level)) {
      headings += 1
      current = null
      outside.push(...fieldHeading(block))
    } else {
      const place = current?.blocks ?? outside
      place.push(block)
    }
  }
  moveStrayFields(sections, outside)
  for (const [name, blocks] of spare) if (!sections.has(name)) sections.set(name, blocks)
  const title = titleBlock === null ? '' : lineOf(titleBlock.spans).replace(/^episode:\s+(?=\S)/i, '')
  return { title, sections, outside, headings }
}

/** The word over a title that says what it is the title of, which else would pass for a label. */
function withoutKicker(blocks: readonly Block[], title: { spans: Span[] } | null): Block[] {
  return blocks.filter((block, index) => blocks[index + 1] !== title || !isKicker(block))
}

function isKicker(block: Block): boolean {
  return block.kind === 'paragraph' && /^(?:(?:podcast )?episode|podcast|title)$/i.test(lineOf(block.spans))
}

/** A field can have a heading of its own, with its value below. */
function fieldHeading(block: Block): Block[] {
  if (block.kind !== 'heading' || fieldNamed(lineOf(block.spans)) === null) return []
  return [{ kind: 'paragraph', spans: [plainSpan(lineOf(block.spans))] }]
}

/** Fields that come after a section without a heading between them belong to the page. */
function moveStrayFields(sections: ReadonlyMap<SectionName, Block[]>, outside: Block[]): void {
  for (const blocks of sections.values()) {
    const start = strayFieldsStart(blocks)
    if (start !== null) outside.push(...blocks.splice(start))
  }
}

function titleOf(blocks: readonly Block[]): { spans: Span[] } | null {
  const headings = blocks
    .filter((block) => block.kind === 'heading')
    .filter(({ level, spans }) => level > 0 && isTitle(lineOf(spans)))
  const first = headings.find((heading) => heading.level === 1) ?? headings[0]
  if (first === undefined) return boldTitleOf(blocks)
  if (first.level > 1 && sectionNamed(lineOf(first.spans)) !== null) return null
  return first
}

/** Where nothing is a heading, a first line of nothing but bold words is one. */
function boldTitleOf(blocks: readonly Block[]): { spans: Span[] } | null {
  const [first] = blocks
  if (first?.kind !== 'paragraph' || blocks.some((block) => block.kind === 'heading')) return null
  const isBold = first.spans.every((span) => span.emphasised || span.text.trim() === '')
  const isName = sectionNamed(lineOf(first.spans)) !== null || fieldNamed(lineOf(first.spans)) !== null
  return isBold && !isName ? first : null
}

/** Not the word over it that says what it is the title of. */
function isTitle(text: string): boolean {
  return !/^(?:podcast )?episode$|^$/i.test(text)
}

/** The heading that a block is: a real one, or a paragraph that is nothing but a section's name. */
function headingOf(block: Block): { name: SectionName | null; level: number } | null {
  if (block.kind === 'heading') return { name: sectionNamed(lineOf(block.spans)), level: block.level }
  if (block.kind !== 'paragraph') return null
  const name = sectionNamed(lineOf(block.spans))
  return name === null ? null : { name, level: paragraphLevel }
}
