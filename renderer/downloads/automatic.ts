import { call } from '../bridge.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { autoDownloadEpisodes, autoDownloadSlugs } from '../db/auto-download.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useSettings } from '../settings/store.ts'
import { reportFault } from '../shell/faults.ts'
import { useSyncProgress } from '../sync/progress.ts'
import { locationOf } from './actions.ts'

const dayMs = 24 * 3_600_000

/**
 * Has new episodes downloaded where the person wants that: now, whenever a sync has ended, and when the network is back.
 * What is to come is found anew each time from what is stored, so that none is lost with the app. Returns how to stop.
 */
export function startAutomaticDownloads(): () => void {
  let last: Promise<void> = Promise.resolve()
  const look = (slugs: () => Promise<readonly string[]>): void => {
    last = last.then(async () => lookThrough(await slugs())).catch(reportFault)
  }
  const stops = [
    useSyncProgress.subscribe((now, before) => {
      const ended = Object.keys(before.podcasts).filter((slug) => !Object.hasOwn(now.podcasts, slug))
      if (ended.length > 0) look(async () => ended)
    }),
    useConnectivity.subscribe((now, before) => {
      if (now.online && !before.online) look(autoDownloadSlugs)
    }),
  ]
  look(autoDownloadSlugs)
  return () => {
    for (const stop of stops) stop()
  }
}

async function lookThrough(slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    const oldestMs = Date.now() - useSettings.getState().autoDownloadDays * dayMs
    const episodes = await autoDownloadEpisodes(slug, oldestMs)
    if (episodes.length > 0 && !(await downloadNew(episodes))) return
  }
}

/** Whether there is room for more. What cannot be found or asked for now is found again with the next look. */
async function downloadNew(episodes: readonly EpisodeRow[]): Promise<boolean> {
  const wanted = await call('downloads.wanted', { episodeIds: episodes.map(({ id }) => id) })
  if (!wanted.ok) return true
  const isWanted = new Set(wanted.value)
  for (const { id, title } of episodes.filter((episode) => isWanted.has(episode.id))) {
    const location = await locationOf(id)
    if (!location.ok || location.value.kind !== 'remote') continue
    const started = await call('downloads.start', {
      episodeId: id,
      title,
      location: location.value,
      askedBy: 'automatic',
    })
    if (!started.ok && started.problem.code === 'too-large') return false
  }
  return true
}
