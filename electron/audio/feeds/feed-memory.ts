import type { Validators } from '../../net/stream.ts'
import type { FeedItem } from './feed-item.ts'

/** One page of a feed, as far as it was read. */
export type FeedPage = {
  items: readonly FeedItem[]
  /** Nothing of it is left unread. */
  isWhole: boolean
  /** Where the feed goes on; `null` where it says so nowhere that was read. */
  next: string | null
  validators: Validators
}

type Kept = FeedPage & { readAtMs: number }

export type FeedMemory = ReturnType<typeof createFeedMemory>

/** A person who goes through a podcast's episodes asks for its feed again and again; publishers add to it once a day. */
const freshForMs = 5 * 60_000
/** Of all feeds together, and so of each. Some five megabytes. */
export const mostItems = 10_000

/** What was read of feeds last, while the app runs: the pages that were asked for longest ago are forgotten first. */
export function createFeedMemory(nowMs: () => number = Date.now) {
  const pages = new Map<string, Kept>()

  function forgetOldest(): void {
    let items = 0
    for (const [url, page] of [...pages].toReversed()) {
      items += page.items.length
      if (items > mostItems) pages.delete(url)
    }
  }

  return {
    /** `isFresh`: it need not be asked whether it has changed. */
    recall(url: string): (FeedPage & { isFresh: boolean }) | null {
      const kept = pages.get(url)
      if (kept === undefined) return null
      pages.delete(url)
      pages.set(url, kept)
      return { ...kept, isFresh: nowMs() - kept.readAtMs < freshForMs }
    },
    keep(url: string, page: FeedPage): void {
      pages.delete(url)
      // A copy, since what was cut out of the text that arrived holds on to all of it.
      pages.set(url, { ...structuredClone(page), readAtMs: nowMs() })
      forgetOldest()
    },
    isUnchanged(url: string): void {
      const kept = pages.get(url)
      if (kept !== undefined) kept.readAtMs = nowMs()
    },
  }
}
