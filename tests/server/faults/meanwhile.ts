import type { Catalogue } from '../catalogue/catalogue.ts'
import type { StandInPodcast } from '../catalogue/model.ts'
import type { Random } from '../catalogue/random.ts'
import { readCursor } from '../routes/paging.ts'

export type Meanwhile =
  | 'publish'
  /** Among the newest, which a pass has read first. */
  | 'change-newest'
  /** Among the oldest, which a pass reads last. */
  | 'change-oldest'
  | 'withdraw-newest'
  | 'withdraw-oldest'
  /** The last one of the page before, by which the service finds the next page. */
  | 'withdraw-where-the-page-began'
  /** Withdrawn under its slug and published under another. */
  | 'rename'
  /** It loses its parts. */
  | 'unprocess-newest'

/** What the service's people do while it is being asked: publish, change, withdraw. */
export function doMeanwhile(
  catalogue: Catalogue,
  podcast: StandInPodcast,
  { what, url, random }: { what: Meanwhile; url: URL; random: Random },
): void {
  const { numbers } = catalogue.numbers(podcast, { before: null, limit: Infinity, updatedSinceMs: null })
  const some = Math.min(5, numbers.length)
  const newest = numbers[random.whole(0, some - 1)]
  const oldest = numbers[numbers.length - random.whole(1, some)]
  const title = `Reworded ${random.whole(1, 1_000_000)}`
  switch (what) {
    case 'publish':
      catalogue.publish(podcast.slug, { title: `Published ${random.whole(1, 1_000_000)}` })
      return
    case 'change-newest':
      change(newest, { title, topics: ['Reworded'] })
      return
    case 'change-oldest':
      change(oldest, { title, summary: 'It was written anew.' })
      return
    case 'unprocess-newest':
      change(newest, { processingState: 'queued' })
      return
    case 'withdraw-newest':
      withdraw(newest)
      return
    case 'withdraw-oldest':
      withdraw(oldest)
      return
    case 'withdraw-where-the-page-began':
      withdraw(readCursor(url.searchParams.get('cursor') ?? '')?.before ?? newest)
      return
    case 'rename':
      withdraw(newest)
      catalogue.publish(podcast.slug, { title, slug: `renamed-${random.whole(1, 1_000_000)}` })
  }

  function change(number: number | undefined, edit: Parameters<Catalogue['change']>[2]): void {
    const slug = slugOf(number)
    if (slug !== null) catalogue.change(podcast.slug, slug, edit)
  }
  function withdraw(number: number | undefined): void {
    const slug = slugOf(number)
    if (slug !== null) catalogue.withdraw(podcast.slug, slug)
  }
  function slugOf(number: number | undefined): string | null {
    return number === undefined ? null : (catalogue.numbered(podcast, number)?.slug ?? null)
  }
}
