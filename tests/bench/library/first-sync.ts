import type { StandIn } from '../../server/stand-in.ts'
import { startEarmark } from '../../stress/acts.ts'
import { type Gap, watchEventLoop } from '../app/event-loop-gaps.ts'
import { type PageTask, recordPageTasks } from '../app/page-tasks.ts'
import { settle } from '../app/running-app.ts'
import { watchSync } from '../app/sync-watch.ts'
import { watchIdleProcess } from '../machine/idle-process.ts'
import { stepBehindTheApp } from '../machine/priority.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { addInPage } from './add-in-page.ts'
import { untilIndexed } from './synced-library.ts'

/** From the first podcast that is added until the last episode can be found. */
export type FirstSync = {
  seconds: number
  /** Of these seconds: until the last episode was in the library. */
  syncSeconds: number
  /** On the page. */
  tasks: PageTask[]
  gaps: Gap[]
  /** Of a process that does nothing but tick meanwhile: what the machine alone makes of it. */
  idleGaps: number[]
}

/** Makes a profile with all that the service has, as a quit leaves it. */
export async function syncFirst(
  dataDirectory: string,
  standIn: StandIn,
  say: (line: string) => void,
): Promise<FirstSync> {
  const earmark = await startEarmark(dataDirectory, standIn)
  const { page, app } = earmark
  const pid = app.process().pid ?? 0
  try {
    await settle()
    const sync = await watchSync(page)
    // Before the step back, which those that are begun after it share.
    const idle = watchIdleProcess()
    const stepForward = stepBehindTheApp(say)
    const stopRecording = await recordPageTasks(app)
    const loop = await watchEventLoop(page)
    const begunAtMs = Date.now()
    const slugs = standIn.podcasts.map(({ slug }) => slug)
    await addInPage(page, slugs)
    const syncSeconds = ((await sync.ended()) - begunAtMs) / 1000
    await untilIndexed(page)
    const seconds = (Date.now() - begunAtMs) / 1000
    // What the page does for the bench from here on does not count.
    const endedAtMs = await loop.nowMs()
    const [idleGaps, tasks] = [await idle.stop(), await stopRecording()]
    const gaps = (await loop.stop()).filter(({ atMs, milliseconds }) => atMs + milliseconds <= endedAtMs)
    stepForward()
    say(`first sync: ${syncSeconds.toFixed(1)} s, to be searched after ${seconds.toFixed(1)} s`)
    say(`longest tasks on the page: ${longest(tasks)}`)
    await untilQuiet(pid)
    return { seconds, syncSeconds, tasks, gaps, idleGaps }
  } finally {
    await earmark.quit()
  }
}

function longest(tasks: readonly PageTask[]): string {
  const worst = tasks.toSorted((one, other) => other.ownMilliseconds - one.ownMilliseconds).slice(0, 5)
  return worst
    .map(
      ({ atMs, milliseconds, ownMilliseconds }) =>
        `${milliseconds.toFixed(0)} ms at ${atMs.toFixed(0)}, ${ownMilliseconds.toFixed(0)} of its own`,
    )
    .join('; ')
}
