import { slugsOf } from '../../shared/models/identity.ts'
import { call } from '../bridge.ts'
import { episodeRow } from '../db/episodes.ts'
import { removePodcast } from '../db/podcasts.ts'
import type { PodcastRow } from '../db/rows.ts'
import { useDownloads } from '../downloads/store.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { goTo } from '../shell/open.ts'
import { showEpisode, useShownEpisode } from '../shell/shown-episode.ts'
import { passWords } from '../sync/pass-words.ts'
import { useSyncProgress } from '../sync/progress.ts'
import { syncAll } from '../sync/sync-all.ts'
import { cancelSync, syncPodcast } from '../sync/sync-podcast.ts'
import { allSynced, notSynced } from './sync-notices.ts'

type Named = Pick<PodcastRow, 'slug' | 'title'>

/** Syncs because the person asked, and tells how it ended; joins a sync that is under way. */
export async function syncNow({ slug, title }: Named): Promise<void> {
  announce(`Syncing ${title}.`)
  const end = await syncPodcast(slug, 'asked')
  if (end.ok) announce(passWords(title, end.value))
  else notify(notSynced(title, end.problem))
}

export async function syncEverything(): Promise<void> {
  announce('Syncing all podcasts.')
  notify(allSynced(await syncAll()))
}

/** Stops every sync that runs or waits for its turn. */
export function stopSyncing(): void {
  for (const slug of Object.keys(useSyncProgress.getState().podcasts)) cancelSync(slug)
}

/** Takes it out of the library, with the audio that was downloaded. What the person made of it stays. */
export async function remove({ slug, title }: Named): Promise<void> {
  cancelSync(slug)
  await removePodcast(slug)
  await removeDownloadsOf(slug)
  await closeEpisodeOf(slug)
  goTo('library')
  notify({ text: `${title} was removed. Your notes on it are kept.` })
}

async function removeDownloadsOf(slug: string): Promise<void> {
  const { downloads } = useDownloads.getState()
  const own = (downloads ?? []).filter(({ episodeId }) => slugsOf(episodeId).podcastSlug === slug)
  for (const { episodeId } of own) {
    await call('downloads.remove', { episodeId })
    await call('downloads.forget', { episodeId })
  }
}

/** The page of an episode that went with its podcast has nothing to show; one that notes keep stays open. */
async function closeEpisodeOf(slug: string): Promise<void> {
  const { episodeId } = useShownEpisode.getState()
  if (episodeId === null || slugsOf(episodeId).podcastSlug !== slug) return
  if ((await episodeRow(episodeId)) === undefined) showEpisode(null)
}
