import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFor } from '../server/catalogue/random.ts'
import { startStandIn } from '../server/stand-in.ts'
import { startEarmark } from './acts.ts'
import type { StressRun } from './run.ts'
import { anyChapters, hasCome, type RapidSeeks, seekRapidly } from './seeks/rapid-seeks.ts'
import { stockPlayer, stockSeeksRapidly } from './seeks/stock-seeks.ts'

const podcastSlug = 'day-two-devops'
const usualMoments = 50

type Ended = { app: RapidSeeks[]; stock: RapidSeeks[] }

export const seeksRun: StressRun = {
  usage: '[--moments N]',
  run: async ({ seed, moments, say }) => {
    const rounds = moments ?? usualMoments
    const ended = await rapidSeeks(seed, rounds, say)
    const missed = ended.app.filter((each) => !hasCome(each))
    const stockMissed = ended.stock.filter((each) => !hasCome(each)).length
    return {
      figures: { rounds, seeksEach: 10, missed, missedByStockHowler: stockMissed },
      passed: missed.length === 0,
    }
  },
}

/** Ten seeks 30 ms apart, so many times, in the app and then the same in Howler as it comes; where each ended. */
export async function rapidSeeks(seed: number, rounds: number, say: (line: string) => void): Promise<Ended> {
  const random = randomFor('seeks', seed)
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: 1 })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-seeks-'))
  try {
    const earmark = await startEarmark(dataDirectory, standIn)
    await earmark.addPodcast(podcastSlug)
    const { title, chapters } = standIn.episode(podcastSlug, 0)
    await earmark.openEpisode(title)
    const starts = chapters.map(({ startSeconds }) => startSeconds)
    const all = Array.from({ length: rounds }, () => anyChapters(random, starts.length))
    const ended: Ended = { app: [], stock: [] }
    for (const indexes of all) {
      const app = await seekRapidly(earmark, starts, indexes)
      ended.app.push(app)
      say(`round ${ended.app.length}: ${app.cameToSeconds.toFixed(1)} of ${app.wantedSeconds}`)
    }
    await earmark.player.getByRole('button', { name: 'Pause', exact: true }).click()
    const player = await stockPlayer(earmark.page)
    for (const indexes of all) {
      const wanted = indexes.flatMap((index) => starts[index] ?? [])
      ended.stock.push(await stockSeeksRapidly(player, wanted))
    }
    await earmark.quit()
    return ended
  } finally {
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}
