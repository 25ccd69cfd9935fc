import { readWebAddress } from '../reading/web-addresses.ts'
import { type Block, lineOf, plainSpan, type Span } from './block.ts'
import { fieldAddress, fieldsOf, fieldText } from './fields.ts'
import { outlineOf } from './outline.ts'
import { nameInPath } from './own-name.ts'
import { blocksOfPage } from './page-format.ts'
import { readSummary } from './simple-sections.ts'

export type PodcastPage = {
  title: string
  description: string
  author: string
  imageUrl: string | null
  siteUrl: string | null
  feedUrl: string | null
  /** In the order of the page, each once. */
  episodeSlugs: string[]
  /** Titles of entries whose link leads nowhere. */
  brokenLinks: string[]
}

/** Reads a podcast's page (A5): who it is, and the links to its episodes. `null` when it is no such page. */
export function readPodcastPage(text: string, podcastSlug: string, address: string): PodcastPage | null {
  const { format, blocks } = blocksOfPage(text, 'markdown')
  const outline = outlineOf(blocks)
  const fields = fieldsOf(outline.outside)
  const slugs = new Set<string>()
  const brokenLinks: string[] = []
  for (const span of blocks.flatMap(spansOf)) {
    if (span.href === null) continue
    const slug = episodeSlugOf(span.href, podcastSlug, address)
    if (slug !== null) slugs.add(slug)
    else if (span.href.trim() === '') brokenLinks.push(span.text)
  }
  // Any web page has a heading; without a link to an episode it says nothing.
  if (slugs.size === 0 && (format !== 'markdown' || outline.title === '')) return null
  return {
    title: outline.title,
    description: readSummary(outline.sections.get('summary') ?? []),
    author: fieldText(fields, 'author'),
    imageUrl: readWebAddress(fieldAddress(fields, 'image')),
    siteUrl: readWebAddress(fieldAddress(fields, 'site')),
    feedUrl: readWebAddress(fieldAddress(fields, 'feed')),
    episodeSlugs: [...slugs],
    brokenLinks: brokenLinks.map((title) => lineOf([plainSpan(title)])),
  }
}

function spansOf(block: Block): Span[] {
  return block.kind === 'row' ? block.cells.flat() : block.spans
}

/** The slug of the episode that an address leads to, if it is one of this podcast. */
function episodeSlugOf(href: string, podcastSlug: string, base: string): string | null {
  const named = nameInPath(href, base)
  return named?.podcastSlug === podcastSlug ? named.slug : null
}
