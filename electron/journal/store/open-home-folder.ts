import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Timers } from '../../net/timers.ts'
import { listSegments, listSnapshots, placesIn } from '../folder.ts'
import { scan } from '../format/scan.ts'
import { readIdentity, writeIdentity } from '../identity.ts'
import { type HomeLock, lockHome } from '../lock.ts'
import { HomeFault } from '../trouble.ts'
import type { Disk } from './disk.ts'
import { type OpenTail, openTail } from './open-tail.ts'
import { readTail } from './tail.ts'

export type OpenFolder = OpenTail & { homeId: string; lock: HomeLock }

export type WantedHome = {
  folder: string
  /** The home that is to be there; `null` takes whichever is, or makes one. */
  homeId: string | null
}

/** Opens the folder for writing, as the only one who does. Rejects with a `HomeFault` or the system's error. */
export async function openHomeFolder(
  { folder, homeId: wanted }: WantedHome,
  disk: Disk,
  timers: Timers,
): Promise<OpenFolder> {
  if (wanted === null) await mkdir(folder, { recursive: true })
  else await stat(folder)
  const identity = await readIdentity(folder)
  if (identity.kind === 'newer') throw new HomeFault('newer', 'home.json is of a newer version')
  const homeId = identity.kind === 'home' ? identity.homeId : await idInFiles(folder)
  if (wanted !== null && homeId !== wanted) throw new HomeFault('missing', 'this is another home')

  const lock = await lockHome(folder, timers)
  if (lock === null) throw new HomeFault('in-use', 'another Earmark has the lock')
  try {
    const ours = homeId ?? randomUUID()
    if (identity.kind === 'none') await writeIdentity(folder, ours)
    await removeUnfinishedIn(folder)
    return { homeId: ours, lock, ...(await openTail(disk, folder)) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** What can be read of a home that cannot be opened for writing. Rejects with the system's error. */
export async function peekHome(folder: string): Promise<{ homeId: string; lastNumber: number } | null> {
  const identity = await readIdentity(folder)
  if (identity.kind !== 'home') return null
  const [newest, snapshot] = [(await listSegments(folder)).at(-1), (await listSnapshots(folder))[0]]
  const kept = snapshot?.number ?? 0
  if (newest === undefined) return { homeId: identity.homeId, lastNumber: kept }
  const file = await open(newest.path, 'r')
  try {
    const { lastNumber } = await readTail(file, newest.bytes)
    return { homeId: identity.homeId, lastNumber: Math.max(lastNumber ?? newest.firstNumber - 1, kept) }
  } finally {
    await file.close()
  }
}

/** Each file names its home, should `home.json` be lost. */
async function idInFiles(folder: string): Promise<string | null> {
  const files = [...(await listSegments(folder)).reverse(), ...(await listSnapshots(folder))]
  for (const { path } of files) {
    const file = await open(path, 'r')
    try {
      for await (const batch of scan(file)) {
        for (const found of batch) {
          if (
            found.kind === 'content' &&
            (found.content.is === 'journal' || found.content.is === 'snapshot')
          ) {
            return found.content.header.homeId
          }
        }
        break
      }
    } finally {
      await file.close()
    }
  }
  return null
}

/**
 * Files under temporary names, whose writers ended in the middle. None of ours begins with a dot, as an archive does that is being
 * written here.
 */
async function removeUnfinishedIn(folder: string): Promise<void> {
  const { journal, snapshots } = placesIn(folder)
  for (const place of [folder, journal, snapshots]) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => [])
    const unfinished = entries.filter((entry) => entry.isFile() && /^[^.].*\.part$/.test(entry.name))
    await Promise.all(unfinished.map(({ name }) => rm(join(place, name), { force: true })))
  }
}
