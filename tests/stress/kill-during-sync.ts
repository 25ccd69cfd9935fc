import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomFor } from '../server/catalogue/random.ts'
import { startStandIn } from '../server/stand-in.ts'
import { playGuide, startEarmark, syncAll, writeNote } from './acts.ts'
import { changeSome, compared, libraryOnceEqual, titlesOf } from './library-proof.ts'
import { readLibrary } from './read-library.ts'
import type { StressRun } from './run.ts'

export type KillPlan = {
  seed: number
  /** How often the app is killed. */
  moments: number
  episodes: number
  say: (line: string) => void
}

export type KillFigures = {
  kills: number
  /** In how many of them a pass was under way, by the database's own word just before. */
  killedMidPass: number
  episodesExpected: number
  episodesFound: number
  missing: string[]
  /** Episodes whose row is not what the service says now. */
  stale: string[]
  notesWritten: number
  notesLost: string[]
  notesDoubled: string[]
}

const podcastSlug = 'day-two-devops'

export const killDuringSyncRun: StressRun = {
  usage: '[--moments N] [--episodes N]',
  run: async ({ seed, moments, episodes, say }) => {
    const figures = await killDuringSync({ seed, moments: moments ?? 20, episodes: episodes ?? 2000, say })
    const { missing, stale, notesLost, notesDoubled, episodesFound, episodesExpected } = figures
    const faults = missing.length + stale.length + notesLost.length + notesDoubled.length
    return { figures, passed: faults === 0 && episodesFound === episodesExpected }
  },
}

/**
 * Kills the app (SIGKILL) at random moments of a sync and starts it again, until it was killed often enough; then lets it
 * finish, and compares the library with the catalogue. Before each kill a note is written and the service changes some
 * episodes, so that every start has something to sync and something to lose.
 */
export async function killDuringSync({ seed, moments, episodes, say }: KillPlan): Promise<KillFigures> {
  const random = randomFor('kill-during-sync', seed)
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: episodes })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-kill-'))
  const notes: string[] = []
  let killedMidPass = 0
  try {
    // Slow enough that a moment inside a pass can be met.
    standIn.break('A3', { delayMs: 50 })
    const first = await startEarmark(dataDirectory, standIn)
    await playGuide(first)
    await first.addPodcast(podcastSlug)
    await first.kill()

    for (let kill = 1; kill <= moments; kill += 1) {
      changeSome(standIn, podcastSlug, episodes, random)
      const earmark = await startEarmark(dataDirectory, standIn)
      notes.push(await writeNote(earmark, `note ${kill}`))
      await syncAll(earmark)
      const waitMs = random.whole(0, 1000)
      await pause(waitMs)
      const { passUnderWay } = await readLibrary(earmark.page, podcastSlug)
      await earmark.kill()
      if (passUnderWay) killedMidPass += 1
      say(
        `kill ${kill} of ${moments}: ${waitMs} ms after the note, ${passUnderWay ? 'in' : 'outside'} a pass`,
      )
    }

    standIn.mend('A3')
    const last = await startEarmark(dataDirectory, standIn)
    await syncAll(last)
    const expected = titlesOf(standIn, podcastSlug, episodes)
    const found = await libraryOnceEqual(last, podcastSlug, expected)
    await last.quit()
    return { kills: moments, killedMidPass, ...compared(expected, found, notes) }
  } finally {
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}
