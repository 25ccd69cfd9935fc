import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFor } from '../server/catalogue/random.ts'
import { startStandIn } from '../server/stand-in.ts'
import { startEarmark } from './acts.ts'
import type { StressRun } from './run.ts'
import { hasCome, type RapidSeeks, seekRapidly } from './seeks/rapid-seeks.ts'

const podcastSlug = 'day-two-devops'
const usualMoments = 50

export const seeksRun: StressRun = {
  usage: '[--moments N]',
  run: async ({ seed, moments, say }) => {
    const rounds = moments ?? usualMoments
    const missed = await rapidSeeks(seed, rounds, say)
    return { figures: { rounds, seeksEach: 10, missed }, passed: missed.length === 0 }
  },
}

/** Ten seeks 30 ms apart, so many times; gives those rounds that did not end at the last one asked for. */
export async function rapidSeeks(
  seed: number,
  rounds: number,
  say: (line: string) => void,
): Promise<RapidSeeks[]> {
  const random = randomFor('seeks', seed)
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: 1 })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-seeks-'))
  try {
    const earmark = await startEarmark(dataDirectory, standIn)
    await earmark.addPodcast(podcastSlug)
    const { title, chapters } = standIn.episode(podcastSlug, 0)
    await earmark.openEpisode(title)
    const starts = chapters.map(({ startSeconds }) => startSeconds)
    const missed: RapidSeeks[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const ended = await seekRapidly(earmark, starts, random)
      if (!hasCome(ended)) missed.push(ended)
      say(`round ${round}: ${ended.cameToSeconds.toFixed(1)} of ${ended.wantedSeconds}`)
    }
    await earmark.quit()
    return missed
  } finally {
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}
