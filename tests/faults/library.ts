import { isDeepStrictEqual } from 'node:util'
import type { StandIn } from '../server/stand-in.ts'
import { expectedEpisode, type Road, type ShownEpisode } from './expected-episode.ts'

/** Episodes by slug. */
export type Library = ReadonlyMap<string, ShownEpisode>

export type Difference = { slug: string; what: 'missing' | 'not in the catalogue' | string[] }

/** A podcast of the stand-in's catalogue, as the library is to hold it now. */
export function servedLibrary({ catalogue, url }: StandIn, podcastSlug: string, road: Road): Library {
  const podcast = catalogue.podcast(podcastSlug)
  if (podcast === null) throw new RangeError(`The stand-in has no podcast ${podcastSlug}.`)
  const { episodes } = catalogue.page(podcast, { before: null, limit: Infinity, updatedSinceMs: null })
  return new Map(
    episodes.map((episode) => [episode.slug, expectedEpisode(episode, podcast, { origin: url, road })]),
  )
}

/**
 * Whole episodes are compared: a chapter's description that is another is a difference. An episode that was read by a
 * `better` road than the rest is as good.
 */
export function differences(expected: Library, found: Library, better: Library = expected): Difference[] {
  const wrong = [...expected].flatMap(([slug, episode]): Difference[] => {
    const other = found.get(slug)
    if (other === undefined) return [{ slug, what: 'missing' }]
    const fields = differingFields(episode, other)
    const isBetter = differingFields(better.get(slug) ?? episode, other).length === 0
    return fields.length === 0 || isBetter ? [] : [{ slug, what: fields }]
  })
  const strange = [...found.keys()].filter((slug) => !expected.has(slug))
  return [...wrong, ...strange.map((slug): Difference => ({ slug, what: 'not in the catalogue' }))]
}

/** Slugs of episodes that no version of the catalogue ever held so. */
export function neverPublished(versions: readonly Library[], found: Library): string[] {
  return [...found].flatMap(([slug, episode]) => {
    const known = versions.some((version) => {
      const published = version.get(slug)
      return published !== undefined && differingFields(published, episode).length === 0
    })
    return known ? [] : [slug]
  })
}

function differingFields(expected: ShownEpisode, found: ShownEpisode): string[] {
  const others = new Map<string, unknown>(Object.entries(found))
  return Object.entries(expected).flatMap(([name, value]) =>
    isDeepStrictEqual(value, others.get(name)) ? [] : [name],
  )
}
