import { expect } from '@playwright/test'
import { openSecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import { silentLog } from '../../electron/silent-log.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { startEarmark } from '../../stress/acts.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { listenedNotes } from './listened-notes.ts'

const changesAtOnce = 500
const limitMs = 600_000

/** A data folder with the stand-in's podcasts and so many notes on their episodes, as a quit leaves it. */
export async function listenedProfile(
  dataDirectory: string,
  standIn: StandIn,
  count: number,
  episodesPerPodcast: number,
): Promise<void> {
  const episodes = standIn.podcasts.flatMap(({ slug, title }) =>
    Array.from({ length: episodesPerPodcast }, (_, index) => ({
      podcastTitle: title,
      episode: standIn.episode(slug, index),
    })),
  )
  const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
  const notes = listenedNotes(episodes, count, Date.now())
  for (let at = 0; at < notes.length; at += changesAtOnce) {
    const appended = await home.append(notes.slice(at, at + changesAtOnce))
    if (!appended.ok) throw new Error(appended.problem.message)
  }
  await home.close({ withSnapshot: true })

  const earmark = await startEarmark(dataDirectory, standIn)
  const { page } = earmark
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Notes' }).click()
  await expect(page.getByRole('region', { name: 'All notes' })).toContainText(count.toLocaleString('en'), {
    timeout: limitMs,
  })
  await main.getByRole('link', { name: 'Library' }).click()
  for (const { slug } of standIn.podcasts) await earmark.addPodcast(slug)
  await untilQuiet(earmark.app.process().pid ?? 0)
  await earmark.quit()
}
