import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startStandIn } from '../server/stand-in.ts'
import type { Figure } from './figure.ts'
import { annotateProfile } from './journal/annotated-profile.ts'
import { buildWithoutHome } from './journal/build-without-home.ts'
import { type ArchiveTime, measureArchive } from './journal/measure-archive.ts'
import { measureSaving } from './journal/measure-saving.ts'
import { measureStarts, type StartTimes } from './journal/measure-starts.ts'
import { journalFigures } from './journal-figures.ts'

export type JournalPlan = {
  seed: number
  /** Notes in all. */
  size: number
  rounds: number
  /** Key presses that are measured. */
  strokes: number
  /** Of each of the two builds. */
  starts: number
  say: (line: string) => void
}

/** Measures what the second home costs a person: while they write, at a start, and when they take all of it out and in. */
export async function benchJournal({
  seed,
  size,
  rounds,
  strokes,
  starts: startCount,
  say,
}: JournalPlan): Promise<Figure[]> {
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: 1 })
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-journal-'))
  const profile = join(folder, 'profile')
  /** As it was made, whatever was done to others. */
  const copied = async (name: string): Promise<string> => {
    await cp(profile, join(folder, name), { recursive: true })
    return join(folder, name)
  }
  try {
    await annotateProfile(profile, standIn, size)
    say(`there is a library with ${size} notes`)
    const saving = await measureSaving(await copied('saving'), standIn, strokes)
    say(`${saving.alone.savedMs.length} key presses were saved`)

    const appWithout = join(folder, 'app-without-home')
    await buildWithoutHome(appWithout)
    const starts: StartTimes = await measureStarts({
      withHome: { app: resolve('.'), dataDirectory: await copied('start-with') },
      withoutHome: { app: appWithout, dataDirectory: await copied('start-without') },
      rounds: startCount,
      say,
    })

    const archives: Record<'folder' | 'zip', ArchiveTime[]> = { folder: [], zip: [] }
    for (let round = 0; round < rounds; round += 1) {
      for (const form of ['folder', 'zip'] as const) {
        const name = `${form}-${round}`
        const times = await measureArchive({
          dataDirectory: await copied(`exported-${name}`),
          emptyDirectory: join(folder, `imported-${name}`),
          place: join(folder, name),
          form: form === 'folder' ? 'Folder' : 'Zip file',
          standIn,
        })
        archives[form].push(times)
        say(`${form}: out in ${times.exportSeconds.toFixed(1)} s, in in ${times.importSeconds.toFixed(1)} s`)
      }
    }
    return journalFigures({ notes: size, saving, starts, archives })
  } finally {
    await standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
