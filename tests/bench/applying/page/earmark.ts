import { database } from '../../../../renderer/db/database.ts'
import { followPodcast } from '../../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../../renderer/db/sync-pages.ts'
import { listEpisodeRows } from '../../../renderer/list-episode-rows.ts'
import type { Way } from './way.ts'

const nowIso = new Date().toISOString()

/** What the app does with a page, cursor and all. */
export const earmark: Way = {
  begin: async () => {
    await database.delete()
    await database.open()
  },
  write: async ({ podcast, cursor, page }) => {
    if (cursor === null) await followPodcast({ podcast, path: page.path, episode: null }, nowIso)
    await commitPage(podcast.slug, cursor, page, nowIso)
  },
  count: async () => (await listEpisodeRows()).length,
  end: () => database.delete(),
}
