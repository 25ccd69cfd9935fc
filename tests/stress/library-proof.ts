import { expect } from '@playwright/test'
import type { Earmark } from '../e2e/app.ts'
import type { Random } from '../server/catalogue/random.ts'
import type { StandIn } from '../server/stand-in.ts'
import { readLibrary, type StoredLibrary } from './read-library.ts'

/** A quarter of the podcast, so that the next pass has several pages. */
export function changeSome(standIn: StandIn, podcastSlug: string, episodes: number, random: Random): void {
  const from = random.whole(0, Math.floor(episodes * 0.75))
  for (let index = from; index < from + episodes / 4 && index < episodes; index += 1) {
    const { slug } = standIn.episode(podcastSlug, index)
    standIn.change(podcastSlug, slug, { title: `Changed ${random.whole(1, 1_000_000_000)}` })
  }
}

export function titlesOf(standIn: StandIn, podcastSlug: string, episodes: number): Map<string, string> {
  const all = Array.from({ length: episodes }, (_, index) => standIn.episode(podcastSlug, index))
  return new Map(all.map(({ slug, title }) => [slug, title]))
}

/** Waits for the sync to end, by its result; what it ends with is judged by the caller. */
export async function libraryOnceEqual(
  earmark: Earmark,
  podcastSlug: string,
  expected: Map<string, string>,
): Promise<StoredLibrary> {
  let found = await readLibrary(earmark.page, podcastSlug)
  await expect
    .poll(
      async () => {
        found = await readLibrary(earmark.page, podcastSlug)
        return [...expected].filter(([slug, title]) => found.titles[slug] !== title).length
      },
      { timeout: 60_000 },
    )
    .toBe(0)
    .catch(() => {})
  return found
}

/** What is not as it should be. */
export function compared(expected: Map<string, string>, found: StoredLibrary, notes: readonly string[]) {
  const details = new Set(found.details)
  const times = (note: string): number => found.noteBodies.filter((body) => body === note).length
  return {
    episodesExpected: expected.size,
    episodesFound: Object.keys(found.titles).length,
    missing: [...expected.keys()].filter((slug) => found.titles[slug] === undefined || !details.has(slug)),
    stale: [...expected].filter(([slug, title]) => found.titles[slug] !== title).map(([slug]) => slug),
    notesWritten: notes.length,
    notesLost: notes.filter((note) => times(note) === 0),
    notesDoubled: notes.filter((note) => times(note) > 1),
  }
}
