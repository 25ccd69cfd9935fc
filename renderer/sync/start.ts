import type { FollowedPodcast } from '../../shared/models/schedule.ts'
import { call, listen } from '../bridge.ts'
import { followAgain } from '../db/follow-again.ts'
import { listPodcasts, podcastsNeverRead } from '../db/podcasts.ts'
import { watch } from '../db/watch.ts'
import { useSchedule } from './schedule-store.ts'
import { syncPodcast } from './sync-podcast.ts'

/**
 * Tells the main process what is followed, now and whenever that changes, and syncs what it says is due. Returns how
 * to stop.
 */
export function startSync(): () => void {
  const stops = [
    listen('sync.due', ({ podcastSlugs }) => {
      for (const slug of podcastSlugs) void syncPodcast(slug, 'due')
    }),
    listen('sync.schedule', ({ podcasts }) => useSchedule.setState({ podcasts })),
    tellWhatIsFollowed(),
  ]
  void tellWhatIsNotRead()
  return () => {
    for (const stop of stops) stop()
  }
}

/** The main process knows when it was asked about a podcast, and not that the database is another one since. */
async function tellWhatIsNotRead(): Promise<void> {
  // A start can end between the coming back of a podcast and this.
  await followAgain()
  const podcastSlugs = await podcastsNeverRead()
  if (podcastSlugs.length > 0) void call('sync.read-anew', { podcastSlugs })
}

function tellWhatIsFollowed(): () => void {
  let told: string | null = null
  return watch(followed, (podcasts) => {
    // What a sync writes into a podcast's row changes nothing about its being followed.
    const text = JSON.stringify(podcasts)
    if (text === told) return
    told = text
    void call('sync.follow', { podcasts })
  })
}

async function followed(): Promise<FollowedPodcast[]> {
  return (await listPodcasts()).map(({ slug, source }) => ({ slug, source }))
}
