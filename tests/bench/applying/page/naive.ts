import Dexie, { type EntityTable } from 'dexie'
import type { Episode } from '../../../../shared/models/episode.ts'
import type { Way } from './way.ts'

type NaiveDatabase = Dexie & { episodes: EntityTable<Episode, 'id'> }

const database = new Dexie('naive') as NaiveDatabase
database.version(1).stores({ episodes: 'id, podcastSlug, publishedAt, *topics' })

/** Whole rows as they come, with an index for all that is ever looked for. */
export const naive: Way = {
  begin: async () => {
    await database.delete()
    await database.open()
  },
  write: async ({ page }) => {
    await database.episodes.bulkPut(page.episodes)
  },
  count: () => database.episodes.count(),
  end: () => database.delete(),
}
