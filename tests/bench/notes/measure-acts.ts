import { expect, type Page } from '@playwright/test'
import { watchEventLoop } from '../app/event-loop-gaps.ts'

export type ActTime = { seconds: number; longestGapMs: number; falseAlarms: number }
export type ActTimes = { star: ActTime; undo: ActTime }

const limitMs = 600_000

/** Selects all notes and stars them, then takes that back, as a person does by keys. */
export async function measureActs(page: Page): Promise<ActTimes> {
  await page.evaluate(() => (location.hash = '#/notes'))
  await page.locator('[data-note-row]').first().focus()
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('toolbar', { name: 'Selected notes' })
  await expect(bar).toBeVisible()
  const star = await timed(page, 'starred.', () =>
    bar.getByRole('button', { name: 'Star', exact: true }).click(),
  )
  await bar.getByRole('button', { name: 'Select none' }).click()
  await page.locator('[data-note-row]').first().focus()
  const undo = await timed(page, 'as before', () => page.keyboard.press('Control+z'))
  return { star, undo }
}

/** Until a notice says these words. An alarm is a banner that says something is wrong with the disk. */
async function timed(page: Page, words: string, act: () => Promise<void>): Promise<ActTime> {
  const loop = await watchEventLoop(page)
  const watch = await page.evaluateHandle(
    ({ awaited, limit }) => {
      const begunAtMs = performance.now()
      let falseAlarms = 0
      let wasAlarmed = false
      const seconds = new Promise<number>((resolve, reject) => {
        const look = (): void => {
          const isAlarmed = document.querySelector('section[aria-label="Saving"]') !== null
          if (isAlarmed && !wasAlarmed) falseAlarms += 1
          wasAlarmed = isAlarmed
          const notices = document.querySelector('[aria-label="Notices"]')?.textContent ?? ''
          if (!notices.includes(awaited)) return
          observer.disconnect()
          resolve((performance.now() - begunAtMs) / 1000)
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        setTimeout(() => reject(new Error(`“${awaited}” did not come.`)), limit)
      })
      return { end: async () => ({ seconds: await seconds, falseAlarms }) }
    },
    { awaited: words, limit: limitMs },
  )
  await act()
  const { seconds, falseAlarms } = await watch.evaluate(({ end }) => end())
  const gaps = await loop.stop()
  return { seconds, falseAlarms, longestGapMs: Math.max(0, ...gaps.map(({ milliseconds }) => milliseconds)) }
}
