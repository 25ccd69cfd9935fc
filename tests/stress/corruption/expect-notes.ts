import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import { readNotes } from './read-notes.ts'

/** What a start shows otherwise than it was left; both empty when it is as it should be. */
export type NotesFound = {
  lost: string[]
  /** Doubled, or there though they were deleted or changed. */
  foreign: string[]
}

/** Far longer than the start of a library may take that is put together again. */
const limitMs = 60_000

/**
 * Waits until exactly these notes are there, as long as that may take; tells what is not so then, and how long that took from
 * the begin of the process: what the driver needs before, which can be much on a busy machine, is not the app's.
 */
export async function notesOnceThere(
  { app, page }: Earmark,
  expected: readonly string[],
): Promise<NotesFound & { startMs: number }> {
  let found = compared(expected, await readNotes(page))
  await expect
    .poll(
      async () => {
        found = compared(expected, await readNotes(page))
        return found
      },
      { timeout: limitMs, intervals: [25] },
    )
    .toEqual({ lost: [], foreign: [] })
    .catch(() => {})
  const atMs = Date.now()
  const beganMs = await app.evaluate(() => process.getCreationTime())
  if (beganMs === null) throw new Error('The system does not tell when a process began.')
  return { ...found, startMs: atMs - beganMs }
}

/** Whether a person sees the note among all notes. */
export async function isShown(page: Page, text: string): Promise<boolean> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notes' }).click()
  await page.getByRole('searchbox', { name: 'Filter by a word' }).fill(text)
  const note = page.getByRole('listitem').getByText(text, { exact: true }).first()
  return note.waitFor({ timeout: limitMs }).then(
    () => true,
    () => false,
  )
}

function compared(expected: readonly string[], found: readonly string[]): NotesFound {
  const left = [...found]
  const lost = expected.filter((text) => {
    const place = left.indexOf(text)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
  return { lost, foreign: left }
}
