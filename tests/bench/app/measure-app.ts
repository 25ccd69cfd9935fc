import type { StandIn } from '../../server/stand-in.ts'
import { watchIdleProcess } from '../machine/idle-process.ts'
import { stepBehindTheApp } from '../machine/priority.ts'
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
  /** Of the page's event loop during the first sync, once the driver had added the last podcast. */
  gaps: Gap[]
  /** Those before: the driver's clicks, and what the page does for them, count in. */
  gapsWhileAdding: Gap[]
  /** Of a process that does nothing but tick, while `gaps` were recorded: what the machine alone makes of it. */
  idleGaps: number[]
  memory: { beforeMegabytes: number; mostMegabytes: number; afterMegabytes: number }
}

/** Syncs podcasts in the real app, from an empty library, as a person does it. */
export function measureApp({ standIn, podcastSlugs, say }: AppPlan): Promise<AppMeasures> {
  return withApp(standIn, async (app) => {
    const { page, pid, costOf } = app
    const beforeMegabytes = memoryMegabytes(pid)
    const memory = watchMemory(pid)
    // Before the step back, which those that are begun after it share.
    const idle = watchIdleProcess()
    const stepForward = stepBehindTheApp(say)
    const loop = await watchEventLoop(page)
    let addedAtMs = 0
    const first = await costOf(async () => {
      await addAll(app, podcastSlugs)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
      addedAtMs = await loop.nowMs()
      idle.forget()
    })
    const allGaps = await loop.stop()
    const idleGaps = await idle.stop()
    stepForward()
    const gaps = allGaps.filter(({ atMs }) => atMs >= addedAtMs)
    const gapsWhileAdding = allGaps.filter(({ atMs }) => atMs < addedAtMs)
    const mostMegabytes = memory.stop()
    say(`first sync: ${first.seconds.toFixed(1)} s`)
    say(`longest gaps while podcasts were added: ${longest(gapsWhileAdding)}`)
    say(`longest gaps after that: ${longest(gaps)}`)
    await settle()
    const afterMegabytes = memoryMegabytes(pid)

    const syncAll = page.getByRole('button', { name: 'Sync all podcasts' })
    const second = await costOf(() => syncAll.click())
    await settle()
    const unchanged = await costOf(() => syncAll.click())
    say(`a sync in which nothing changed: ${unchanged.seconds.toFixed(2)} s`)
    return {
      first,
      second,
      unchanged,
      gaps,
      gapsWhileAdding,
      idleGaps,
      memory: { beforeMegabytes, mostMegabytes, afterMegabytes },
    }
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
