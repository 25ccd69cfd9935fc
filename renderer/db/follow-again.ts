import { database } from './database.ts'
import { emptyPodcast } from './podcasts.ts'
import { newSync } from './syncs.ts'

/**
 * After podcasts came or went by merging: one without a sync row gets one, so that it is read from its beginning; of one
 * that is not followed any more goes what the service filled in. Gives the slugs of those that are to be read.
 */
export async function followAgain(): Promise<string[]> {
  const { podcasts, syncs } = database
  const { unread, left } = await database.transaction('rw', podcasts, syncs, async () => {
    const followed = new Set(await podcasts.toCollection().primaryKeys())
    const read = new Set(await syncs.toCollection().primaryKeys())
    const unread = [...followed].filter((slug) => !read.has(slug))
    await syncs.bulkAdd(unread.map(newSync))
    return { unread, left: [...read].filter((slug) => !followed.has(slug)) }
  })
  for (const slug of left) await emptyPodcast(slug)
  return unread
}
