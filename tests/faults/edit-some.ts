import type { Random } from '../server/catalogue/random.ts'
import type { StandIn } from '../server/stand-in.ts'

/** Half of the podcast, so that what changed fills more than a page; and one that is new. */
export function editSome(
  server: StandIn,
  podcastSlug: string,
  { episodes, random }: { episodes: number; random: Random },
): void {
  for (let index = 0; index < episodes; index += 2) {
    const { slug, chapters } = server.episode(podcastSlug, index)
    const number = random.whole(1, 1_000_000)
    if (index % 4 === 0) server.change(podcastSlug, slug, { title: `Changed ${number}` })
    else server.change(podcastSlug, slug, { chapters: chapters.slice(1), topics: [`Topic ${number}`] })
  }
  server.publish(podcastSlug, { title: `New ${random.whole(1, 1_000_000)}` })
}
