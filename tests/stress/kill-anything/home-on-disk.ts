import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { checkHome } from '../../../electron/journal/check-home.ts'
import { placesIn } from '../../../electron/journal/folder.ts'
import { homeFiles } from '../../../electron/journal/reading/home-files.ts'
import { verifySnapshot } from '../../../electron/journal/snapshots/verify-snapshot.ts'

const placeSchema = z.object({ folder: z.string() }).nullable()

/** Where the second home of this data folder is, by the app's own word. */
export async function homeFolderOf(dataDirectory: string): Promise<string> {
  const text = await readFile(join(dataDirectory, 'home-place.json'), 'utf8').catch(() => 'null')
  return placeSchema.parse(JSON.parse(text))?.folder ?? join(dataDirectory, 'home')
}

/** Whether there is a second home yet. */
export async function hasHome(folder: string): Promise<boolean> {
  return (await namesIn(folder)).includes('home.json')
}

/**
 * What is not whole of a home: any file under its final name, or an entry between two others. Nobody may have cut the end of
 * the newest file of the journal yet, when its writer was killed just now.
 */
export async function tornInHome(folder: string, { justKilled }: { justKilled: boolean }): Promise<string[]> {
  const files = await homeFiles(folder, null)
  const { damaged, missing } = await checkHome({ folder, writing: null, at: new Date().toISOString() })
  const newest = files.segments.at(-1)?.name
  const torn = damaged.filter(({ file, ranges }) => !(justKilled && file === newest && ranges === 1))
  return [
    ...torn.map(({ file, ranges, bytes }) => `${file} is damaged: ${bytes} bytes in ${ranges} places`),
    ...missing.map(({ from, to }) => `entries ${from} to ${to} are in no file of the journal`),
  ]
}

/** What is half of a file under its final name, in a folder that a home was being copied to. */
export async function tornInCopy(folder: string): Promise<string[]> {
  const { snapshots } = placesIn(folder)
  const names = (await namesIn(snapshots)).filter((name) => name.endsWith('.snapshot'))
  const verified = names.map(async (name) =>
    (await verifySnapshot(join(snapshots, name))) === null ? [`${name} in the copy is not whole`] : [],
  )
  return (await Promise.all(verified)).flat()
}

/** Files of the app's own that are no JSON, of those that should be. */
export async function tornJson(folders: readonly string[]): Promise<string[]> {
  const torn: string[] = []
  for (const folder of folders) {
    for (const name of (await namesIn(folder)).filter((each) => each.endsWith('.json'))) {
      const text = await readFile(join(folder, name), 'utf8')
      try {
        JSON.parse(text)
      } catch {
        torn.push(`${name} is no JSON: “${text.slice(0, 80)}”`)
      }
    }
  }
  return torn
}

/** Files under temporary names, and what was set aside as not usable; the torn end of a log may be. */
export async function leftIn(
  dataDirectory: string,
  home: string,
): Promise<{ unfinished: string[]; aside: string[] }> {
  const { journal, snapshots } = placesIn(home)
  const folders = [dataDirectory, join(dataDirectory, 'downloads'), home, journal, snapshots]
  const names = (await Promise.all(folders.map(namesIn))).flat()
  const damaged = join(dataDirectory, 'damaged-databases')
  const inDamaged = await Promise.all((await namesIn(damaged)).map((name) => namesIn(join(damaged, name))))
  return {
    unfinished: names.filter((name) => name.endsWith('.part')),
    aside: [
      ...names.filter((name) => /\.(unreadable|damaged)$/.test(name)),
      ...inDamaged.flat().filter((name) => !/^(\d+\.log|MANIFEST-\d+)$/.test(name)),
    ],
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

const killed = /the page’s process ended: killed/

/** How often a torn end was cut off the database's log, and which errors the app's log tells of but the kills. */
export async function loggedIn(dataDirectory: string): Promise<{ cuts: number; errors: string[] }> {
  const text = await readFile(join(dataDirectory, 'log', 'main.log'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  return {
    cuts: lines.filter((line) => line.includes('bytes and was cut there')).length,
    errors: lines
      .filter((line) => line.includes('[error]') && !killed.test(line))
      .map((line) => line.replace(/^.*\[error\]\s*/, '').slice(0, 200)),
  }
}
