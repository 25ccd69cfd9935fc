/** A file that an item of a feed comes with. */
export type Enclosure = {
  /** Each reading of a relative address; one when it was written in full. */
  urls: readonly string[]
  /** As it was written; '' when it was not. */
  type: string
}

/** What finding an episode's audio needs of one item, whatever kind of feed it came from. Texts are as they were written. */
export type FeedItem = {
  titles: readonly string[]
  guid: string | null
  /** Absolute addresses of the item's page. */
  links: readonly string[]
  published: string | null
  duration: string | null
  enclosures: readonly Enclosure[]
}
