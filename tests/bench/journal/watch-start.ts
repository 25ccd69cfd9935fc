/**
 * Runs in the page, which may not have begun: waits for the list of episodes, presses one that is not shown, waits until
 * it is, then does the same with the view of all notes. Gives instants in epoch milliseconds. Nothing outside of this
 * function is there.
 */
export async function watchStart(): Promise<{ answeredAtMs: number; notesAtMs: number }> {
  function once<Found>(look: () => Found | null): Promise<Found> {
    return new Promise((resolve) => {
      const observer = new MutationObserver(lookNow)
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      function lookNow(): void {
        const found = look()
        if (found === null) return
        observer.disconnect()
        resolve(found)
      }
      lookNow()
    })
  }
  const now = (): number => performance.timeOrigin + performance.now()
  const wasLate = document.querySelector('ul[aria-label="Episodes"] li') !== null
  if (wasLate) throw new Error('The page was met too late.')

  const row = await once(() =>
    document.querySelector<HTMLElement>('ul[aria-label="Episodes"] [data-row]:not([aria-current])'),
  )
  row.click()
  const title = row.firstElementChild?.textContent
  await once(() => (document.querySelector('article h1')?.textContent === title ? title : null))
  const answeredAtMs = now()

  const linkTo = (place: string) => () => document.querySelector<HTMLElement>(`nav a[href$="/${place}"]`)
  const notes = await once(linkTo('notes'))
  notes.click()
  await once(() => document.querySelector('section[aria-label="All notes"] li'))
  const notesAtMs = now()

  // Where the next start begins.
  const library = await once(linkTo('library'))
  library.click()
  await once(() => document.querySelector('ul[aria-label="Episodes"] li'))
  return { answeredAtMs, notesAtMs }
}
