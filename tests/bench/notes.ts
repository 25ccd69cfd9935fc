import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStandIn } from '../server/stand-in.ts'
import { startEarmark } from '../stress/acts.ts'
import type { Figure } from './figure.ts'
import { untilQuiet } from './machine/until-quiet.ts'
import { listenedProfile } from './notes/listened-profile.ts'
import { type ActTimes, measureActs } from './notes/measure-acts.ts'
import { type ExportTimes, measureExports } from './notes/measure-exports.ts'
import { type ListCosts, measureLists } from './notes/measure-lists.ts'
import { notesFigures } from './notes-figures.ts'
import { recordProfiles } from './profile/record.ts'

export type NotesPlan = {
  seed: number
  /** Notes in all. */
  size: number
  rounds: number
  /** Where to put what was recorded of each part; `null` records nothing. */
  profileFolder: string | null
  say: (line: string) => void
}

const podcasts = 4
const notesPerEpisode = 20
/** A library that anything is quick in. */
const fewNotes = 20

/** Measures what a library with very many notes costs: to open its lists, to change all notes, and to take them out. */
export async function benchNotes({ seed, size, rounds, profileFolder, say }: NotesPlan): Promise<Figure[]> {
  const episodesPerPodcast = Math.max(1, Math.ceil(size / notesPerEpisode / podcasts))
  const standIn = await startStandIn({ seed, podcasts, episodesPerPodcast })
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-notes-'))
  const [full, small] = [join(folder, 'full'), join(folder, 'small')]

  async function within<Value>(
    profile: string,
    name: string,
    act: (earmark: Awaited<ReturnType<typeof startEarmark>>) => Promise<Value>,
  ): Promise<Value> {
    const dataDirectory = join(folder, name)
    await cp(profile, dataDirectory, { recursive: true })
    const earmark = await startEarmark(dataDirectory, standIn)
    try {
      await untilQuiet(earmark.app.process().pid ?? 0)
      const stop =
        profileFolder === null ? null : await recordProfiles(earmark.app, join(profileFolder, name))
      const value = await act(earmark)
      await stop?.()
      return value
    } finally {
      await earmark.quit()
    }
  }

  try {
    await listenedProfile(full, standIn, size, episodesPerPodcast)
    await listenedProfile(small, standIn, Math.min(size, fewNotes), 1)
    say(`there is a library with ${size} notes`)
    const lists: ListCosts = await within(full, 'lists', ({ page }) => measureLists(page, rounds))
    const fewLists: ListCosts = await within(small, 'few', ({ page }) => measureLists(page, rounds))
    say('the lists were opened')
    const exports: ExportTimes[] = []
    for (let round = 0; round < rounds; round += 1) {
      const name = `exports-${round}`
      exports.push(
        await within(full, name, (earmark) => measureExports(earmark, join(folder, `${name}-out`))),
      )
    }
    say('all was exported')
    const acts: ActTimes = await within(full, 'acts', ({ page }) => measureActs(page))
    say(`all were starred in ${acts.star.seconds.toFixed(1)} s`)
    return notesFigures({ notes: size, lists, fewLists, acts, exports })
  } finally {
    await standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
