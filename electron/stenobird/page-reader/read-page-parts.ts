import { type EpisodeParts, noParts } from '../reading/episode-parts.ts'
import type { Warnings } from '../reading/warnings.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { readActions } from './actions.ts'
import { readChapters } from './chapters.ts'
import { fieldAddress, fieldBlocks, fieldsOf, fieldText } from './fields.ts'
import { readHighlights } from './highlights.ts'
import { outlineOf } from './outline.ts'
import { type OwnName, ownNameOf } from './own-name.ts'
import { blocksOfPage, type PageFormat } from './page-format.ts'
import { readSummary, readTopics } from './simple-sections.ts'
import type { SectionName } from './vocabulary.ts'

export type Page = {
  text: string
  /** Left out, it is told from the text. */
  format?: PageFormat
  /** Where the page came from, for addresses in it that are not whole. */
  address: string
}

export type PageParts = {
  parts: EpisodeParts
  /** As what it was read in the end. */
  format: PageFormat
  /** Whether this is the page of an episode at all: a title, and at least a field or a section of one. */
  understood: boolean
  /** What the page itself says its slugs are. */
  ownName: OwnName
}

/** Longer pages are cut; none that was seen comes near. In characters. */
const longestPage = 400_000

/** Finds the parts of an episode in a page. Never throws; what cannot be read is in the warnings. */
export function readPageParts(page: Page, warnings: Warnings): PageParts {
  if (page.text.length > longestPage) {
    warnings.add('page', `Longer than ${longestPage.toLocaleString('en')} characters; the rest was not read.`)
  }
  const { format, blocks } = blocksOfPage(page.text.slice(0, longestPage), page.format)
  const outline = outlineOf(blocks)
  const fields = fieldsOf(outline.outside)
  const section = (name: SectionName) => outline.sections.get(name) ?? fieldBlocks(fields, name)

  const title = outline.title === '' ? fieldText(fields, 'title') : outline.title
  const audio = readWebAddress(fieldAddress(fields, 'audio'), page.address)
  const parts = {
    ...noParts,
    title,
    podcastTitle: fieldText(fields, 'podcast'),
    published: fieldText(fields, 'published'),
    duration: fieldText(fields, 'duration'),
    processingState: fieldText(fields, 'state'),
    canonicalUrl: fieldAddress(fields, 'canonical'),
    summary: readSummary(section('summary')),
    topics: readTopics(section('topics')),
    highlights: readHighlights(section('highlights')),
    chapters: readChapters(section('chapters'), warnings),
    actions: readActions(section('actions'), page.address),
    audio: fields.has('audio') && audio !== null ? ({ kind: 'remote', url: audio } as const) : null,
    imageUrl: fieldAddress(fields, 'image'),
    updated: fieldText(fields, 'updated'),
  }
  const hasField = (['published', 'duration', 'state', 'canonical'] as const).some((name) => fields.has(name))
  const hasSection = (['topics', 'highlights', 'chapters'] as const).some((name) =>
    outline.sections.has(name),
  )
  return {
    parts,
    format,
    understood: title !== '' && (hasField || hasSection),
    ownName: ownNameOf({ actions: parts.actions, fields, blocks, address: page.address }),
  }
}
