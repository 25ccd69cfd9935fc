import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { memoryMegabytes } from '../machine/process-tree.ts'
import { type AppPlan, startUndriven, type UndrivenProgram } from '../undriven/undriven-program.ts'
import { playInTurn } from './play-in-turn.ts'

/** In MB: what the page's own objects take, and the whole program. */
type Memory = { page: number; program: number }
export type MemoryGrowth = { episodes: number; before: Memory; after: Memory }

/** Of what is loaded once, however much is played. */
const warmingUp = 5

/** Plays one episode after another until its clock moves, as a person who looks for something does. */
export async function measureMemory(
  plan: Omit<AppPlan, 'switches'>,
  titles: readonly string[],
): Promise<MemoryGrowth> {
  const app = await startUndriven({ ...plan, switches: ['--js-flags=--expose-gc'] })
  try {
    const play = (some: readonly string[]): Promise<unknown> =>
      app.page.evaluate(`(${playInTurn})(${JSON.stringify(some)})`)
    await play(titles.slice(0, warmingUp))
    const before = await memoryNow(app)
    const then = titles.slice(warmingUp)
    await play(then)
    return { episodes: then.length, before, after: await memoryNow(app) }
  } finally {
    await app.end()
  }
}

/** Chromium gives back what was let go of some seconds later. */
const settlesAfterMs = 3000

/** Once all that the page let go of is collected. */
async function memoryNow({ page, pid }: UndrivenProgram): Promise<Memory> {
  for (let time = 0; time < 3; time += 1) {
    await page.evaluate('gc()')
    await pause(settlesAfterMs)
  }
  const usedBytes = z.number().parse(await page.evaluate('performance.memory.usedJSHeapSize'))
  return { page: usedBytes / 2 ** 20, program: memoryMegabytes(pid) }
}
