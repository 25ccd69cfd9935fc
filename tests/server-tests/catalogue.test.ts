import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../server/catalogue/catalogue.ts'
import { dayTwo, risks } from './asking.ts'

const size = { seed: 7, podcasts: 4, episodesPerPodcast: 60 }
const everything = { before: null, limit: Number.POSITIVE_INFINITY, updatedSinceMs: null }

function allOf(given: typeof size) {
  const catalogue = createCatalogue(given)
  return catalogue.podcasts.map((podcast) => [podcast, catalogue.page(podcast, everything).episodes])
}

describe('the catalogue', () => {
  it('is the same for the same seed', () => {
    expect(allOf(size)).toEqual(allOf(size))
  })

  it('is another one for another seed, but keeps the podcast that tests know', () => {
    const other = createCatalogue({ ...size, seed: 8 })
    const own = createCatalogue(size)
    expect(other.podcasts.slice(1)).not.toEqual(own.podcasts.slice(1))
    expect(other.episode(dayTwo, risks)).toEqual(own.episode(dayTwo, risks))
    expect(own.episode(dayTwo, risks)).toMatchObject({
      title: 'D2DO295: Risks and Benefits',
      durationSeconds: 2740,
    })
  })

  it('finds every episode by its slug', () => {
    const catalogue = createCatalogue(size)
    for (const podcast of catalogue.podcasts) {
      const { episodes } = catalogue.page(podcast, everything)
      expect(episodes).toHaveLength(60)
      for (const episode of episodes) expect(catalogue.episode(podcast.slug, episode.slug)).toEqual(episode)
    }
    expect(catalogue.episode(dayTwo, 'd2do294-of-another-name')).toBeNull()
    expect(catalogue.episode(dayTwo, 'nothing-like-it')).toBeNull()
  })

  it('runs from new to old, with chapters inside each episode and in order', () => {
    for (const [, episodes] of allOf(size)) {
      if (!Array.isArray(episodes)) continue
      const dates = episodes.map(({ publishedAt }) => publishedAt)
      expect(dates).toEqual([...dates].sort().reverse())
      for (const { chapters, durationSeconds } of episodes) {
        const starts = chapters.map(({ startSeconds }) => startSeconds)
        expect(starts).toEqual([...starts].sort((one, other) => one - other))
        expect(starts.at(-1)).toBeLessThan(durationSeconds)
      }
    }
  })

  it('has episodes of every state, and topics that some share and few have', () => {
    const catalogue = createCatalogue({ ...size, episodesPerPodcast: 300 })
    const episodes = catalogue.podcasts.flatMap((podcast) => catalogue.page(podcast, everything).episodes)
    expect(new Set(episodes.map(({ processingState }) => processingState))).toEqual(
      new Set(['processed', 'queued', 'processing', 'awaiting-review']),
    )
    const counts = new Map<string, number>()
    for (const topic of episodes.flatMap(({ topics }) => topics))
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const sorted = [...counts.values()].sort((one, other) => other - one)
    expect(sorted.length).toBeGreaterThan(150)
    expect(sorted[0]).toBeGreaterThan(10 * (sorted[150] ?? 0))
  })
})
