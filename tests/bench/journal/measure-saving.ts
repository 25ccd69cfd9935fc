import type { Page } from '@playwright/test'
import type { StandIn } from '../../server/stand-in.ts'
import { playGuide, startEarmark } from '../../stress/acts.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { type Strokes, typeNote } from './type-note.ts'

export type SavingMeasures = {
  alone: Strokes
  /** While snapshots are taken one after another. */
  besideSnapshots: Strokes
  /** What each of those took. */
  snapshotMs: number[]
}

/** Writes a note in the real app, on a data folder that holds many already. */
export async function measureSaving(
  dataDirectory: string,
  standIn: StandIn,
  strokes: number,
): Promise<SavingMeasures> {
  const earmark = await startEarmark(dataDirectory, standIn)
  const { app, page, player } = earmark
  try {
    await playGuide(earmark)
    await player.getByRole('button', { name: 'Pause', exact: true }).click()
    await player.getByRole('button', { name: 'Add note' }).click()
    await untilQuiet(app.process().pid ?? 0)
    const alone = await typeNote(earmark, dataDirectory, strokes)
    const stop = await takeSnapshots(page)
    const besideSnapshots = await typeNote(earmark, dataDirectory, Math.ceil(strokes / 3))
    return { alone, besideSnapshots, snapshotMs: await stop() }
  } finally {
    await earmark.quit()
  }
}

/** Has one snapshot after another taken; the answer ends that and gives the milliseconds that each took. */
async function takeSnapshots(page: Page): Promise<() => Promise<number[]>> {
  const taking = await page.evaluateHandle(() => {
    const restMs = 50
    const took: number[] = []
    let goesOn = true
    async function takeAll(): Promise<number[]> {
      while (goesOn) {
        const begunAtMs = performance.now()
        await earmark.call('home.take-snapshot', null, crypto.randomUUID())
        took.push(performance.now() - begunAtMs)
        await new Promise((done) => setTimeout(done, restMs))
      }
      return took
    }
    const all = takeAll()
    return {
      stop: () => {
        goesOn = false
        return all
      },
    }
  })
  return () => taking.evaluate(({ stop }) => stop())
}
