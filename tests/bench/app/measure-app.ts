import type { StandIn } from '../../server/stand-in.ts'
import { memoryMegabytes } from '../machine/process-tree.ts'
import { recordProfiles } from '../profile/record.ts'
import { type Gap, watchEventLoop } from './event-loop-gaps.ts'
import { watchMemory } from './memory-peak.ts'
import { type RunningApp, type SyncCost, settle, withApp } from './running-app.ts'

export type AppPlan = { standIn: StandIn; podcastSlugs: readonly string[]; say: (line: string) => void }

export type AppMeasures = {
  /** From the first "Add" to the last commit. */
  first: SyncCost
  /** The one after it, in which the app learns that nothing changed since. */
  second: SyncCost
  /** Every one from then on. */
  unchanged: SyncCost
  /** Of the page's event loop during the first sync. */
  gaps: Gap[]
  memory: { beforeMegabytes: number; mostMegabytes: number; afterMegabytes: number }
}

/** Syncs podcasts in the real app, from an empty library, as a person does it. */
export function measureApp({ standIn, podcastSlugs, say }: AppPlan): Promise<AppMeasures> {
  return withApp(standIn, async (app) => {
    const { page, pid, costOf } = app
    const beforeMegabytes = memoryMegabytes(pid)
    const memory = watchMemory(pid)
    const loop = await watchEventLoop(page)
    const first = await costOf(async () => {
      await addAll(app, podcastSlugs)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
    })
    const gaps = await loop.stop()
    const mostMegabytes = memory.stop()
    say(`first sync: ${first.seconds.toFixed(1)} s`)
    say(`longest gaps: ${longest(gaps)}`)
    await settle()
    const afterMegabytes = memoryMegabytes(pid)

    const syncAll = page.getByRole('button', { name: 'Sync all podcasts' })
    const second = await costOf(() => syncAll.click())
    await settle()
    const unchanged = await costOf(() => syncAll.click())
    say(`a sync in which nothing changed: ${unchanged.seconds.toFixed(2)} s`)
    return { first, second, unchanged, gaps, memory: { beforeMegabytes, mostMegabytes, afterMegabytes } }
  })
}

/** Records a first sync, which takes longer so than it does otherwise. */
export function profileFirstSync({ standIn, podcastSlugs }: AppPlan, folder: string): Promise<void> {
  return withApp(standIn, async (app) => {
    const stop = await recordProfiles(app.app, folder)
    await app.costOf(() => addAll(app, podcastSlugs))
    await stop()
  })
}

/** Of one podcast, from the moment its address is given; opening the dialog and typing are the driver's. */
export function measureFirstSync(standIn: StandIn, podcastSlug: string): Promise<SyncCost> {
  return withApp(standIn, async ({ page, costOf }) => {
    await page.getByRole('button', { name: 'Add podcast', exact: true }).click()
    await page.getByRole('textbox', { name: 'Podcast or episode address' }).fill(podcastSlug)
    return costOf(() => page.getByRole('button', { name: 'Add', exact: true }).click())
  })
}

async function addAll({ addPodcast }: RunningApp, podcastSlugs: readonly string[]): Promise<void> {
  for (const slug of podcastSlugs) await addPodcast(slug)
}

function longest(gaps: readonly Gap[]): string {
  const worst = [...gaps].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 5)
  return worst
    .map(({ atMs, milliseconds }) => `${milliseconds.toFixed(0)} ms at ${atMs.toFixed(0)}`)
    .join(', ')
}
