import type { Episode } from '../../../shared/models/episode.ts'
import { assumedAddresses } from '../assumed.ts'
import { knownAddresses } from '../known.ts'
import type { PageFormat } from '../page-reader/page-format.ts'
import { readEpisodePage } from '../page-reader/read-episode-page.ts'
import type { Identity } from '../reading/assemble-episode.ts'
import { mapEpisode } from '../wire/map-episode.ts'
import { type Ask, type Asked, parsedJson } from './asker.ts'
import { insteadOf } from './podcast-rows.ts'
import { episodeFields } from './understood-fields.ts'

/** A4. */
export function askForEpisode(ask: Ask, base: string, identity: Identity): Promise<Asked<Episode>> {
  const url = assumedAddresses.episode(base, identity.podcastSlug, identity.slug)
  return ask('A4', { url, accept: 'application/json' }, ({ text }) => {
    const mapped = mapEpisode(identity.podcastSlug, parsedJson(text))
    if (!mapped.ok) return insteadOf(text, 'an episode')
    const { episode } = mapped
    if (episode.slug !== identity.slug) {
      return { ok: false, reason: `The answer is about another episode, “${episode.slug}”.` }
    }
    return { ok: true, value: episode, fields: episodeFields(episode), note: noteOn(episode) }
  })
}

/** K2. */
export function askForMarkdown(ask: Ask, base: string, identity: Identity): Promise<Asked<Episode>> {
  const url = knownAddresses.episodeMarkdown(base, identity.podcastSlug, identity.slug)
  return askForPage(ask, 'K2', url, identity, 'markdown', 'text/markdown, text/plain;q=0.8')
}

/** K1. */
export function askForHtml(ask: Ask, base: string, identity: Identity): Promise<Asked<Episode>> {
  const url = knownAddresses.episodePage(base, identity.podcastSlug, identity.slug)
  return askForPage(ask, 'K1', url, identity, 'html', 'text/html')
}

function askForPage(
  ask: Ask,
  row: 'K1' | 'K2',
  url: string,
  identity: Identity,
  format: PageFormat,
  accept: string,
): Promise<Asked<Episode>> {
  return ask(row, { url, accept }, ({ text }) => {
    const { episode, understood } = readEpisodePage({ text, format, identity, address: url })
    if (!understood) return { ok: false, reason: 'The answer is not the page of an episode.' }
    return { ok: true, value: episode, fields: episodeFields(episode), note: noteOn(episode) }
  })
}

function noteOn({ warnings }: Episode): string {
  return warnings.map(({ where, reason }) => `${where}: ${reason}`).join(' ')
}
