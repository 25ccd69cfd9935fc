import { assumedAddresses, wireEpisodesSchema, wirePodcastsSchema } from '../assumed.ts'
import { readPodcastPage } from '../page-reader/read-podcast-page.ts'
import { podcastOfPage } from '../requests/read-podcast.ts'
import { mapEpisode } from '../wire/map-episode.ts'
import { mapPodcast } from '../wire/map-podcast.ts'
import { type Ask, parsedJson, type Taken } from './asker.ts'
import { podcastFields, sorted, type UnderstoodFields } from './understood-fields.ts'

const fewEntries = 5
const json = 'application/json'

/** A1: whether its entries are podcasts is told by the first of them. */
export function askForPodcasts(ask: Ask, base: string) {
  return ask(
    'A1',
    { url: assumedAddresses.podcasts(base, { cursor: null, limit: fewEntries }), accept: json },
    ({ text }) => {
      const wire = wirePodcastsSchema.safeParse(parsedJson(text))
      if (!wire.success) return insteadOf(text, 'a list of podcasts')
      const first = wire.data.podcasts
        .map((entry) => mapPodcast('stenobird', 'any', entry))
        .find((entry) => entry.ok)
      const own = sorted({ podcasts: wire.data.podcasts, next_cursor: wire.data.next_cursor })
      return { ok: true, value: null, fields: joined(own, first?.ok ? podcastFields(first.value) : nothing) }
    },
  )
}

/** A2. */
export function askForPodcast(ask: Ask, base: string, podcastSlug: string) {
  return ask('A2', { url: assumedAddresses.podcast(base, podcastSlug), accept: json }, ({ text }) => {
    const podcast = mapPodcast('stenobird', podcastSlug, parsedJson(text))
    if (!podcast.ok) return insteadOf(text, 'a podcast')
    return { ok: true, value: podcast.value, fields: podcastFields(podcast.value) }
  })
}

/** A3: the slugs of its newest episodes. */
export function askForEpisodes(ask: Ask, base: string, podcastSlug: string) {
  const wish = { cursor: null, limit: fewEntries, updatedSince: null }
  const url = assumedAddresses.episodes(base, podcastSlug, wish)
  return ask('A3', { url, accept: json }, ({ text }): Taken<string[]> => {
    const wire = wireEpisodesSchema.safeParse(parsedJson(text))
    if (!wire.success) return insteadOf(text, 'a list of episodes')
    const mapped = wire.data.episodes.map((entry) => mapEpisode(podcastSlug, entry))
    const slugs = mapped.flatMap((entry) => (entry.ok ? [entry.episode.slug] : []))
    const reasons = mapped.flatMap((entry) => (entry.ok ? [] : [entry.reason]))
    const note = reasons.length === 0 ? '' : `${reasons.length} of them cannot be read: ${reasons[0]}`
    const fields = sorted({ episodes: slugs, next_cursor: wire.data.next_cursor })
    return { ok: true, value: slugs, fields, note }
  })
}

/** A5: the slugs of the episodes it links to. */
export function askForPodcastPage(ask: Ask, base: string, podcastSlug: string) {
  const url = assumedAddresses.podcastMarkdown(base, podcastSlug)
  return ask('A5', { url, accept: 'text/markdown, text/plain;q=0.8' }, (answer): Taken<string[]> => {
    const page = readPodcastPage(answer.text, podcastSlug, answer.url)
    if (page === null) return insteadOf(answer.text, 'the page of a podcast')
    const fields = joined(
      sorted({ episodes: page.episodeSlugs }),
      podcastFields(podcastOfPage(podcastSlug, page)),
    )
    const note = page.brokenLinks.length === 0 ? '' : `${page.brokenLinks.length} of its links lead nowhere.`
    return { ok: true, value: page.episodeSlugs, fields, note }
  })
}

const nothing: UnderstoodFields = { understood: [], missing: [] }

function joined(one: UnderstoodFields, other: UnderstoodFields): UnderstoodFields {
  return {
    understood: [...one.understood, ...other.understood],
    missing: [...one.missing, ...other.missing],
  }
}

/** Says what came in the place of what was due. */
export function insteadOf(text: string, due: string): { ok: false; reason: string } {
  if (text.trim() === '') return { ok: false, reason: `The answer is empty, not ${due}.` }
  if (/^\s{0,1000}</.test(text)) return { ok: false, reason: `The answer is a web page, not ${due}.` }
  const isJson = parsedJson(text) !== undefined
  return {
    ok: false,
    reason: `The answer is ${isJson ? 'JSON of another kind' : 'something else'}, not ${due}.`,
  }
}
