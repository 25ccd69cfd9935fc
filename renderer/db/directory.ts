import { v7 as uuidV7 } from 'uuid'
import type { LastWritten } from './open-places.ts'
import { blockOf, firstPlaceOfShelf } from './places.ts'
import { decodeShelf } from './shelf-codec.ts'
import { blockNumbersOf, shelvesOfPodcast } from './shelf-records.ts'

/** Where each stored episode of a podcast stands, and what is to be known to tell whether it changed. */
export type Directory = {
  /** Equals `SyncRow.shelvesStamp` as long as nobody else has written to the podcast's shelves. */
  stamp: string
  known: Map<string, Known>
  /** Places that can be used again. */
  emptied: number[]
  /** The first place that never was used. */
  end: number
  lastWritten: LastWritten
}

/** The revision is 0 where the details are missing: whatever comes is then another one, and is written. */
type Known = { place: number; revision: number; withdrawn: boolean }

/**
 * One that publishes every hour, day and night, takes eleven years to reach it. Nothing else keeps a service that sends
 * new slugs for ever from filling the disk.
 */
export const mostEpisodesOfPodcast = 100_000

/** Whether these can be stored, of which some may be there already. */
export function hasRoomFor({ known }: Directory, episodes: readonly { slug: string }[]): boolean {
  const added = new Set(episodes.flatMap(({ slug }) => (known.has(slug) ? [] : slug)))
  return added.size === 0 || known.size + added.size <= mostEpisodesOfPodcast
}

/** As many podcasts as are synced at a time, and a few. A directory of 50,000 episodes takes about 6 MB. */
const mostRemembered = 4

const remembered = new Map<string, Directory>()

/**
 * The directory, from memory if it still holds by the stamp of the sync row, else read from the shelves. Reading 20
 * shelves again for each page of a podcast of 10,000 episodes would cost as much as writing the page.
 */
export async function openDirectory(podcastSlug: string, stamp: string | null): Promise<Directory> {
  const known = remembered.get(podcastSlug)
  const directory = known?.stamp === stamp ? known : await readDirectory(podcastSlug, stamp)
  remembered.delete(podcastSlug)
  remembered.set(podcastSlug, directory)
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break
    remembered.delete(oldest)
  }
  return directory
}

/**
 * To be called before it is changed. If the transaction does not come to its end, the stamp that is stored stays
 * another one, and nobody takes the changed directory for true.
 */
export function restamp(directory: Directory): void {
  directory.stamp = uuidV7()
}

async function readDirectory(podcastSlug: string, stamp: string | null): Promise<Directory> {
  const directory: Directory = {
    stamp: stamp ?? uuidV7(),
    known: new Map(),
    emptied: [],
    end: 0,
    lastWritten: { shelf: null, block: null },
  }
  const [shelves, blocks] = await Promise.all([shelvesOfPodcast(podcastSlug), blockNumbersOf(podcastSlug)])
  const storedBlocks = new Set(blocks)
  for (const shelf of shelves) {
    const first = firstPlaceOfShelf(shelf.shelf)
    decodeShelf(shelf).forEach((shelved, position) => {
      const place = first + position
      if (shelved === null) directory.emptied.push(place)
      else {
        const { slug, row } = shelved
        const revision = storedBlocks.has(blockOf(place)) ? shelved.revision : 0
        directory.known.set(slug, { place, revision, withdrawn: row.withdrawnAt !== null })
      }
      directory.end = place + 1
    })
  }
  return directory
}
