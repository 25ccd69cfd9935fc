import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { startEarmark } from '../stress/acts.ts'
import { serveAudio } from '../stress/jump/audio-server.ts'
import { watchSync } from './app/sync-watch.ts'
import type { Figure } from './figure.ts'
import { download, giveAddress, makeRecording, podcastSlug } from './player/bench-episodes.ts'
import { type ClickTimes, measureClicks, type Recording } from './player/click-times.ts'
import { writeLongRecording } from './player/long-recording.ts'
import { type MemoryGrowth, measureMemory } from './player/memory-growth.ts'
import { putPlayersIn } from './player/players-in-page.ts'
import { measureRunning, type RunningCost } from './player/running-cost.ts'
import { playerFigures } from './player-figures.ts'

export type PlayerPlan = {
  seed: number
  /** Episodes that are played in turn while memory is looked at. */
  size: number
  rounds: number
  say: (line: string) => void
}

/** Each of two recordings is opened so often in a round. */
const turnsEach = 3
const recordingRepeats = 24
/** As a host in the same part of the world does. */
const answersAfterMs = 30
const warmingUp = 5
const shortSeconds = 600

/** Measures how soon the player does what it is told, beside an element with nothing around it, and what it costs while it plays. */
export async function benchPlayer(plan: PlayerPlan): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-player-'))
  const names = ['first.mp3', 'second.mp3'] as const
  const standIn = await startStandIn({
    seed: plan.seed,
    podcasts: 1,
    episodesPerPodcast: plan.size + warmingUp + names.length,
  })
  const paths = names.map((name) => join(folder, name))
  const server = await serveAudio(paths, { answersAfterMs })
  try {
    let seconds = 0
    for (const path of paths) seconds = await writeLongRecording(path, recordingRepeats)
    const recordings = [makeRecording(standIn, 0, seconds), makeRecording(standIn, 1, seconds)] as const
    const dataDirectory = join(folder, 'data')
    const addresses = names.map((name) => `${server.origin}/${name}`)
    const streamed = await measureStream(plan, { standIn, dataDirectory, recordings, addresses })
    const { clicks, running } = await measureFile(plan, { standIn, dataDirectory, recordings })
    const memory = await measureManyEpisodes(plan, { standIn, dataDirectory })
    return playerFigures({ streamed, fromFile: clicks, running, memory })
  } finally {
    await server.stop()
    await standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Place = { standIn: StandIn; dataDirectory: string }
type WithRecordings = Place & { recordings: readonly [Recording, Recording] }

async function measureStream(
  { seed, rounds, say }: PlayerPlan,
  { standIn, dataDirectory, recordings, addresses }: WithRecordings & { addresses: readonly string[] },
): Promise<ClickTimes> {
  standIn.break('publisher', { status: 404 })
  const earmark = await startEarmark(dataDirectory, standIn)
  await earmark.addPodcast(podcastSlug)
  for (const [index, recording] of recordings.entries()) {
    await giveAddress(earmark, recording, addresses[index] ?? '')
  }
  await earmark.openEpisode(recordings[1].title)
  const players = await putPlayersIn(earmark.page)
  const random = randomFor('player, streamed', seed)
  const clicks = await measureClicks({ earmark, players, recordings, rounds: rounds * turnsEach, random })
  say('streams were clicked through')
  for (const recording of recordings) await download(earmark, recording)
  await earmark.quit()
  return clicks
}

async function measureFile(
  { seed, rounds, say }: PlayerPlan,
  { standIn, dataDirectory, recordings }: WithRecordings,
): Promise<{ clicks: ClickTimes; running: RunningCost }> {
  const earmark = await startEarmark(dataDirectory, standIn)
  const players = await putPlayersIn(earmark.page)
  const random = randomFor('player, from a file', seed)
  const clicks = await measureClicks({ earmark, players, recordings, rounds: rounds * turnsEach, random })
  say('files were clicked through')
  const running = await measureRunning(earmark, players, rounds * turnsEach)
  await earmark.quit()
  return { clicks, running }
}

async function measureManyEpisodes({ size, say }: PlayerPlan, place: Place): Promise<MemoryGrowth> {
  const { standIn, dataDirectory } = place
  standIn.mend('publisher')
  const titles = Array.from({ length: size + warmingUp }, (_, index) => {
    const { slug, title } = standIn.episode(podcastSlug, index + 2)
    standIn.change(podcastSlug, slug, {
      durationSeconds: shortSeconds,
      hasCanonicalPage: true,
      audioOffer: 'audio-element',
    })
    return title
  })
  const { page, quit } = await startEarmark(dataDirectory, standIn)
  const watch = await watchSync(page)
  await page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await watch.ended()
  await quit()
  const memory = await measureMemory(
    { appFolder: resolve('.'), dataDirectory, apiBaseUrl: standIn.url },
    titles,
  )
  say(`${memory.episodes} episodes were played in turn`)
  return memory
}
