import type { InPage } from '../undriven/watch-answer.ts'

/** Runs in the page: opens the view of all notes. Gives the instant at which they were painted, in epoch milliseconds. */
export async function watchNotes({ once, painted }: InPage): Promise<number> {
  const linkTo = (place: string) => () => document.querySelector<HTMLElement>(`nav a[href$="/${place}"]`)
  const notes = await once(linkTo('notes'))
  notes.click()
  await once(() => document.querySelector('section[aria-label="All notes"] li'))
  const notesAtMs = await painted()

  // Where the next start begins.
  const library = await once(linkTo('library'))
  library.click()
  await once(() => document.querySelector('ul[aria-label="Episodes"] li'))
  return notesAtMs
}
