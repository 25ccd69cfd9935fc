import type { Earmark } from '../../e2e/app.ts'
import { expectLater } from '../app/expect-later.ts'
import { settle } from '../app/running-app.ts'
import { memoryMegabytes } from '../machine/process-tree.ts'

/** In MB: what the page's own objects take, and the whole program. */
type Memory = { page: number; program: number }
export type MemoryGrowth = { episodes: number; before: Memory; after: Memory }

/** Of what is loaded once, however much is played. */
const warmingUp = 5

/** Plays one episode after another until its clock moves, as a person who looks for something does. */
export async function measureMemory(earmark: Earmark, titles: readonly string[]): Promise<MemoryGrowth> {
  const [first, then] = [titles.slice(0, warmingUp), titles.slice(warmingUp)]
  for (const title of first) await playOne(earmark, title)
  const before = await memoryNow(earmark)
  for (const title of then) await playOne(earmark, title)
  return { episodes: then.length, before, after: await memoryNow(earmark) }
}

async function playOne({ page, player, openEpisode, audioClock }: Earmark, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(title)
  await openEpisode(title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expectLater(player).toContainText(title)
  await expectLater(player.getByRole('button', { name: 'Pause', exact: true })).not.toHaveAttribute(
    'aria-busy',
  )
  await expectLater.poll(audioClock).toBeGreaterThan(0.3)
}

/** Once all that is let go of is collected, in the page and in the main process. */
async function memoryNow({ app, page, player }: Earmark): Promise<Memory> {
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { runInNewContext } = process.getBuiltinModule('node:vm')
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
  })
  const session = await page.context().newCDPSession(page)
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage')
    await settle()
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return { page: usedSize / 2 ** 20, program: memoryMegabytes(app.process().pid ?? 0) }
}
