import type { Episode } from '../../../shared/models/episode.ts'
import { assembleEpisode, type Identity } from '../reading/assemble-episode.ts'
import { noParts } from '../reading/episode-parts.ts'
import { collectWarnings } from '../reading/warnings.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { readChapters } from './chapters.ts'
import { fieldAddress, fieldBlocks, fieldsOf, fieldText } from './fields.ts'
import { outlineOf } from './outline.ts'
import { blocksOfPage, type PageFormat } from './page-format.ts'
import { readActions, readHighlights, readSummary, readTopics } from './simple-sections.ts'
import type { SectionName } from './vocabulary.ts'

export type EpisodePage = {
  text: string
  /** Left out, it is told from the text. */
  format?: PageFormat
  /** From the page's address, which is where slugs stand. */
  identity: Identity
  /** Where the page came from, for addresses in it that are not whole. */
  address: string
}

export type PageReading = {
  episode: Episode
  /** Whether this is the page of an episode at all: a title, and at least a field or a section of one. */
  understood: boolean
}

/** Longer pages are cut; none that was seen comes near. In characters. */
const longestPage = 400_000

/** Reads the page of an episode from Markdown, HTML or plain text. Never throws; what cannot be read is in the warnings. */
export function readEpisodePage(page: EpisodePage): PageReading {
  const warnings = collectWarnings()
  if (page.text.length > longestPage) {
    warnings.add('page', `Longer than ${longestPage.toLocaleString('en')} characters; the rest was not read.`)
  }
  const { blocks } = blocksOfPage(page.text.slice(0, longestPage), page.format)
  const outline = outlineOf(blocks)
  const fields = fieldsOf(outline.outside)
  const section = (name: SectionName) => outline.sections.get(name) ?? fieldBlocks(fields, name)

  const title = outline.title === '' ? fieldText(fields, 'title') : outline.title
  if (title === '') warnings.add('title', 'No title was found; the name in the address stands in for it.')
  const audio = readWebAddress(fieldAddress(fields, 'audio'), page.address)
  const episode = assembleEpisode(
    page.identity,
    {
      ...noParts,
      title: title === '' ? page.identity.slug : title,
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
      audio: fields.has('audio') && audio !== null ? { kind: 'remote', url: audio } : null,
      imageUrl: fieldAddress(fields, 'image'),
      updated: fieldText(fields, 'updated'),
    },
    warnings,
  )
  const hasField = (['published', 'duration', 'state', 'canonical'] as const).some((name) => fields.has(name))
  const hasSection = (['topics', 'highlights', 'chapters'] as const).some((name) =>
    outline.sections.has(name),
  )
  return { episode, understood: title !== '' && (hasField || hasSection) }
}
