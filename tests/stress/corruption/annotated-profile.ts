import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { playGuide, startEarmark, syncAll, writeNote } from '../acts.ts'
import { readLibrary } from '../read-library.ts'
import type { DamagedPlaces } from './damages.ts'

const podcastSlug = 'day-two-devops'
const syncLimitMs = 300_000

export function placesOf(dataDirectory: string): DamagedPlaces {
  const profile = join(dataDirectory, 'chromium')
  return {
    profile,
    database: join(profile, 'IndexedDB', 'app_earmark_0.indexeddb.leveldb'),
    home: join(dataDirectory, 'home'),
  }
}

/**
 * A library with notes from before its episodes came, which then lie in LevelDB's tables and in a snapshot, and from after that,
 * which lie in its log and in the journal alone; one of them was deleted and one changed last. Killed then. Gives the texts of the
 * notes that were shown as saved.
 */
export async function annotateProfile(
  dataDirectory: string,
  standIn: StandIn,
  { episodes, noteCount }: { episodes: number; noteCount: number },
): Promise<string[]> {
  const first = await startEarmark(dataDirectory, standIn)
  await playGuide(first)
  const written: string[] = []
  const early = Math.floor(noteCount / 2)
  while (written.length < early) written.push(await writeNote(first, `Early note ${written.length}.`))
  await first.addPodcast(podcastSlug)
  await syncAll(first)
  await expect
    .poll(async () => Object.keys((await readLibrary(first.page, podcastSlug)).titles).length, {
      timeout: syncLimitMs,
    })
    .toBe(episodes)
  // Takes a snapshot.
  await first.quit()

  const earmark = await startEarmark(dataDirectory, standIn)
  await openForNotes(earmark)
  while (written.length < noteCount) written.push(await writeNote(earmark, `Late note ${written.length}.`))
  // That it is deleted is not said to be saved before what comes after it is.
  await deleteNote(earmark, written.pop() ?? '')
  await changeNote(earmark, written.pop() ?? '', 'The last of all, changed.')
  await earmark.kill()
  return [...written, 'The last of all, changed.']
}

/** How many tables LevelDB has made of what was written so far. */
export async function countTables({ database }: DamagedPlaces): Promise<number> {
  return (await readdir(database)).filter((name) => name.endsWith('.ldb')).length
}

/** Has something in the player to write notes on, in whatever state a start left the page. */
export async function openForNotes({ page, player, openEpisode }: Earmark): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await page.getByRole('searchbox', { name: 'Search' }).fill('Finding your way')
  await openEpisode('Finding your way')
  const addNote = player.getByRole('button', { name: 'Add note' })
  // What was in the player is forgotten where the database was lost.
  if (!(await addNote.isEnabled())) await page.getByRole('button', { name: 'Play episode' }).click()
  await expect(addNote).toBeEnabled()
}

async function changeNote({ page }: Earmark, text: string, changed: string): Promise<void> {
  const note = noteWith(page, text)
  await note.getByRole('button', { name: /^Edit/ }).click()
  const editor = page.getByRole('textbox', { name: 'Note', exact: true })
  await editor.fill(changed)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(editor).toBeHidden()
}

async function deleteNote({ page }: Earmark, text: string): Promise<void> {
  const note = noteWith(page, text)
  await note.getByRole('button', { name: /^Delete/ }).click()
  await expect(note).toBeHidden()
}

function noteWith(page: Earmark['page'], text: string) {
  return page
    .getByRole('list', { name: 'Notes', exact: true })
    .getByRole('listitem')
    .filter({ hasText: text })
}
