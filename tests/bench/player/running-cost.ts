import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, JSHandle } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import { pauseOncePlaying } from './bench-episodes.ts'
import type { PlayersInPage } from './players-in-page.ts'

/** Percents of one core that the page's main thread is busy for, of stretches of so long each. */
export type RunningCost = { app: number[]; bare: number[] }

const stretchMs = 5000

/** While the app plays with its seek bar to be seen, and in between while a bare element plays the same beside it. */
export async function measureRunning(
  earmark: Earmark,
  players: JSHandle<PlayersInPage>,
  rounds: number,
): Promise<RunningCost> {
  const cost: RunningCost = { app: [], bare: [] }
  const session = await earmark.page.context().newCDPSession(earmark.page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const { player } = earmark
  for (let round = 0; round < rounds; round += 1) {
    await player.getByRole('button', { name: 'Play', exact: true }).click()
    cost.app.push(await busyPercent(session))
    await pauseOncePlaying(earmark)
    await players.evaluate((all) => all.goesOn('bare'))
    cost.bare.push(await busyPercent(session))
    await players.evaluate((all) => all.pause('bare'))
  }
  await session.detach()
  return cost
}

/** What the thread itself did; what the machine did for others meanwhile is not counted. */
async function busyPercent(session: CDPSession): Promise<number> {
  // What the click began is no part of playing.
  await pause(1500)
  const [beganAtMs, before] = [performance.now(), await taskSeconds(session)]
  await pause(stretchMs)
  const after = await taskSeconds(session)
  return (100 * (after - before)) / ((performance.now() - beganAtMs) / 1000)
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}
