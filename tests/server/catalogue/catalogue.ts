import { slugOf } from '../words/slug.ts'
import { dayTwoDevOps, risksAndBenefits } from './day-two-devops.ts'
import { createEdits, type EpisodeEdit } from './edits.ts'
import { generatedDates, generatedEpisode, type Place } from './generated-episode.ts'
import type { StandInEpisode, StandInPodcast } from './model.ts'
import { podcastsOf } from './podcasts.ts'

export type CatalogueSize = { seed: number; podcasts: number; episodesPerPodcast: number }
export type Catalogue = ReturnType<typeof createCatalogue>
type PageWish = { before: number | null; limit: number; updatedSinceMs: number | null }

/** Episodes are computed when asked for, so a catalogue of any size costs nothing until it is read. */
export function createCatalogue({ seed, podcasts: podcastCount, episodesPerPodcast }: CatalogueSize) {
  const podcasts = podcastsOf(seed, podcastCount)
  const bySlug = new Map(podcasts.map((podcast) => [podcast.slug, podcast]))
  const edits = createEdits()
  const updates = new Map<string, Float64Array>()

  const newestGenerated = (podcast: StandInPodcast) =>
    podcast.slug === dayTwoDevOps.slug ? Math.max(295, episodesPerPodcast) : episodesPerPodcast
  const newest = (podcast: StandInPodcast) => newestGenerated(podcast) + edits.publishedCount(podcast.slug)
  const oldest = (podcast: StandInPodcast) => newestGenerated(podcast) - episodesPerPodcast + 1

  function placeOf(podcast: StandInPodcast, number: number): Place {
    const index = newestGenerated(podcast) - number
    return { seed, podcast, index, number, episodeCount: episodesPerPodcast }
  }

  function asFirstPublished(podcast: StandInPodcast, number: number): StandInEpisode {
    const place = placeOf(podcast, number)
    const isWritten = podcast.slug === dayTwoDevOps.slug && place.index === 0
    return isWritten ? { ...risksAndBenefits, number } : generatedEpisode(place)
  }

  function numbered(podcast: StandInPodcast, number: number): StandInEpisode | null {
    if (!(number <= newest(podcast) && number >= oldest(podcast))) return null
    const edit = edits.of(podcast.slug, number)
    if (edit === 'withdrawn') return null
    return { ...asFirstPublished(podcast, number), ...edit }
  }

  function episode(podcastSlug: string, episodeSlug: string): StandInEpisode | null {
    const podcast = bySlug.get(podcastSlug)
    if (podcast === undefined) return null
    const number = edits.numberOf(podcastSlug, episodeSlug) ?? numberIn(podcast, episodeSlug)
    const found = numbered(podcast, number)
    return found?.slug === episodeSlug ? found : null
  }

  /** A generated slug begins with its code and number, so it leads back to its place without a search. */
  function numberIn(podcast: StandInPodcast, episodeSlug: string): number {
    if (podcast.slug === dayTwoDevOps.slug && episodeSlug === risksAndBenefits.slug)
      return newestGenerated(podcast)
    if (!episodeSlug.startsWith(podcast.episodeCode)) return Number.NaN
    return Number.parseInt(episodeSlug.slice(podcast.episodeCode.length), 10)
  }

  function isUpdatedSince(podcast: StandInPodcast, number: number, sinceMs: number): boolean {
    const edit = edits.of(podcast.slug, number)
    if (edit === 'withdrawn') return false
    const updatedMs = edit === null ? generatedUpdates(podcast)[number - oldest(podcast)] : undefined
    return (updatedMs ?? Date.parse(edit?.updatedAt ?? '')) >= sinceMs
  }

  /** When each was last changed as it was first published, oldest first, in epoch milliseconds: a search by date reads all. */
  function generatedUpdates(podcast: StandInPodcast): Float64Array {
    const kept = updates.get(podcast.slug)
    if (kept !== undefined) return kept
    const all = Float64Array.from({ length: episodesPerPodcast }, (_, index) => {
      const place = placeOf(podcast, oldest(podcast) + index)
      const isWritten = podcast.slug === dayTwoDevOps.slug && place.index === 0
      return Date.parse(isWritten ? risksAndBenefits.updatedAt : generatedDates(place).updatedAt)
    })
    updates.set(podcast.slug, all)
    return all
  }

  /** Newest first. The place is a number, not an offset, so that an episode published meanwhile shifts nothing. */
  function numbers(podcast: StandInPodcast, { before, limit, updatedSinceMs }: PageWish) {
    const found: number[] = []
    for (
      let number = Math.min(newest(podcast), (before ?? Infinity) - 1);
      number >= oldest(podcast);
      number -= 1
    ) {
      if (edits.of(podcast.slug, number) === 'withdrawn') continue
      if (updatedSinceMs !== null && !isUpdatedSince(podcast, number, updatedSinceMs)) continue
      if (found.length === limit) return { numbers: found, nextBefore: found.at(-1) ?? null }
      found.push(number)
    }
    return { numbers: found, nextBefore: null }
  }

  function page(podcast: StandInPodcast, wish: PageWish) {
    const { numbers: wanted, nextBefore } = numbers(podcast, wish)
    const episodes = wanted.map((number) => numbered(podcast, number)).filter((episode) => episode !== null)
    return { episodes, nextBefore }
  }

  function known(podcastSlug: string): StandInPodcast {
    const podcast = bySlug.get(podcastSlug)
    if (podcast === undefined) throw new RangeError(`The stand-in has no podcast ${podcastSlug}.`)
    return podcast
  }

  return {
    podcasts,
    numbers,
    numbered,
    page,
    episode,
    /** What was done to an episode since the start; another object after each time. */
    editOf: (podcast: StandInPodcast, number: number) => edits.of(podcast.slug, number),
    /** Counts every publication, change and withdrawal. */
    revision: edits.revision,
    podcast: (slug: string) => bySlug.get(slug) ?? null,
    /** `index` 0 is the newest that was there from the start; published ones have negative indexes. */
    at(podcastSlug: string, index: number): StandInEpisode {
      const podcast = known(podcastSlug)
      const found = numbered(podcast, newestGenerated(podcast) - index)
      if (found === null) throw new RangeError(`The stand-in has no episode ${index} of ${podcastSlug}.`)
      return found
    },
    episodeCount: (podcast: StandInPodcast) => episodesPerPodcast + edits.countChange(podcast.slug),
    updatedAt: (podcast: StandInPodcast) => edits.lastChange(podcast.slug) ?? podcast.updatedAt,
    /** A new episode, newer than all; what is not given is generated. */
    publish(podcastSlug: string, given: EpisodeEdit & { slug?: string } = {}): StandInEpisode {
      const podcast = known(podcastSlug)
      const number = newest(podcast) + 1
      const slug = given.slug ?? slugOf(`${podcast.episodeCode}${number} ${given.title ?? ''}`)
      edits.publish(podcastSlug, number, { audioOffer: 'audio-element', ...given, slug })
      const published = numbered(podcast, number)
      if (published === null) throw new Error('What was just published is not there.')
      return published
    },
    change(podcastSlug: string, episodeSlug: string, edit: EpisodeEdit): StandInEpisode {
      const before = episode(podcastSlug, episodeSlug)
      if (before === null) throw new RangeError(`The stand-in has no episode ${podcastSlug}/${episodeSlug}.`)
      return { ...before, ...edits.change(podcastSlug, before.number, edit) }
    },
    withdraw(podcastSlug: string, episodeSlug: string): void {
      const found = episode(podcastSlug, episodeSlug)
      if (found !== null) edits.withdraw(podcastSlug, found.number)
    },
  }
}
