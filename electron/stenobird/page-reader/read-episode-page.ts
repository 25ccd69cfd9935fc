import type { Episode } from '../../../shared/models/episode.ts'
import { assembleEpisode, type Identity } from '../reading/assemble-episode.ts'
import { collectWarnings } from '../reading/warnings.ts'
import { type Page, readPageParts } from './read-page-parts.ts'

export type EpisodePage = Page & {
  /** From the page's address, which is where slugs stand. */
  identity: Identity
}

export type PageReading = {
  episode: Episode
  /** Whether this is the page of an episode at all: a title, and at least a field or a section of one. */
  understood: boolean
}

/** Reads the page of an episode from Markdown, HTML or plain text. Never throws; what cannot be read is in the warnings. */
export function readEpisodePage(page: EpisodePage): PageReading {
  const warnings = collectWarnings()
  const { parts, understood } = readPageParts(page, warnings)
  if (parts.title !== '') return { episode: assembleEpisode(page.identity, parts, warnings), understood }
  warnings.add('title', 'No title was found; the name in the address stands in for it.')
  const named = { ...parts, title: page.identity.slug }
  return { episode: assembleEpisode(page.identity, named, warnings), understood }
}
