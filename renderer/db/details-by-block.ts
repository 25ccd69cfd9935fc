import { database } from './database.ts'
import { unpackDetails } from './episode-rows.ts'
import { blockOf, positionInBlock } from './places.ts'
import type { EpisodeDetailsRow } from './rows.ts'

/** Where an episode's details lie. */
export type DetailsPlace = { podcastSlug: string; place: number }

/** About 150 kB each. */
const blocksAtOnce = 8

/**
 * The details of many episodes, a few blocks at a time, each block read once, in the order in which the first of its places
 * comes. Only those are parsed whose text `mayMatter`. Between two steps there is room for everything else.
 */
export async function* detailsByBlock<Wanted extends DetailsPlace>(
  wanted: readonly Wanted[],
  mayMatter: (text: string) => boolean,
): AsyncGenerator<{ wanted: Wanted; details: EpisodeDetailsRow | null }> {
  const byBlock = Map.groupBy(wanted, ({ podcastSlug, place }) => `${blockOf(place)} ${podcastSlug}`)
  const groups = [...byBlock.values()]
  for (let at = 0; at < groups.length; at += blocksAtOnce) {
    const some = groups.slice(at, at + blocksAtOnce)
    const blocks = await database.episodeBlocks.bulkGet(some.map(keyOf))
    for (const [index, places] of some.entries()) {
      for (const each of places) {
        const text = blocks[index]?.details[positionInBlock(each.place)] ?? ''
        const matters = text !== '' && mayMatter(text)
        yield { wanted: each, details: matters ? unpackDetails(text) : null }
      }
    }
  }
}

function keyOf([first]: readonly DetailsPlace[]): [podcastSlug: string, block: number] {
  return first === undefined ? ['', 0] : [first.podcastSlug, blockOf(first.place)]
}
