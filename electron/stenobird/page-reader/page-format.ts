import { isTangled } from '../../../shared/markdown/tangle.ts'
import type { Block } from './block.ts'
import { htmlBlocks } from './html-blocks.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { outlineOf } from './outline.ts'
import { textBlocks } from './text-blocks.ts'

export type PageFormat = 'markdown' | 'html' | 'text'

/** Brings a page down to blocks, by its format or by what it looks like. */
export function blocksOfPage(text: string, format?: PageFormat): { format: PageFormat; blocks: Block[] } {
  // The address may promise Markdown and the server send its HTML all the same.
  if (format === 'html' || looksLikeHtml(text)) return { format: 'html', blocks: htmlBlocks(text) }
  if (format === 'text' || isTangled(text)) return { format: 'text', blocks: textBlocks(text) }
  const blocks = markdownBlocks(text)
  // Text copied from a page is Markdown of a kind, but has no headings that Markdown would know.
  const hasHeadings = blocks.some((block) => block.kind === 'heading')
  const hasFrontMatter = blocks[0]?.kind === 'pair' && /^\s{0,100}(?:---|\+\+\+)/.test(text)
  if (hasHeadings || hasFrontMatter || (hasMarks(text) && outlineOf(blocks).headings > 1))
    return { format: 'markdown', blocks }
  return { format: 'text', blocks: textBlocks(text) }
}

/** Marks that nobody sees on a page, where Markdown has them: words hold stars and backticks too. */
function hasMarks(text: string): boolean {
  return (
    !/^\s{0,100}episode[ \t]{0,9}[\r\n]/i.test(text) &&
    /^[ \t]{0,8}(?:[-*+][ \t]{1,8})?(?:\*\*|__|`|\[[^\]\n]{1,200}\]\(|\|?[ \t]{0,8}:?-{2,})/m.test(text)
  )
}

function looksLikeHtml(text: string): boolean {
  return /^\uFEFF?\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[\s\S]{0,2000}?-->\s{0,100})?<(?:!doctype\s+html|html|head|body|main|article|div|section|header|h1|p|dl|ul|ol|table)\b/i.test(
    text,
  )
}
