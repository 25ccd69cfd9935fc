import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { watchEventLoop } from '../app/event-loop-gaps.ts'
import { type PageTime, watchPageTime } from '../app/page-time.ts'

/** Of the page's main thread: all that it did until the list stood, and the longest that anything else had to wait. */
type OpeningCost = { busyMs: number; longestMs: number }

export const measuredLists = ['date', 'episode', 'podcast', 'tag', 'topic', 'tracker'] as const
type MeasuredList = (typeof measuredLists)[number]
export type ListCosts = Record<MeasuredList, OpeningCost[]>

/** What a click or a start left to do. */
const restMs = 700

/** Opens each list from the library, time and again, as a person does. */
export async function measureLists(page: Page, rounds: number): Promise<ListCosts> {
  const time = await watchPageTime(page)
  const costs: ListCosts = { date: [], episode: [], podcast: [], tag: [], topic: [], tracker: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const list of measuredLists) {
      await group(page, list)
      await page.evaluate(() => (location.hash = '#/library'))
      await pause(restMs)
      costs[list].push(await openingCost(page, time, list))
    }
  }
  await time.stop()
  return costs
}

/** How the notes are grouped stays as long as the app runs. */
async function group(page: Page, list: MeasuredList): Promise<void> {
  if (list === 'tracker') return
  await page.evaluate(() => (location.hash = '#/notes'))
  await page.getByRole('combobox', { name: 'Grouped' }).selectOption(list)
  await page.locator('[data-note-row]').first().waitFor()
}

async function openingCost(page: Page, time: PageTime, list: MeasuredList): Promise<OpeningCost> {
  const loop = await watchEventLoop(page)
  const place = list === 'tracker' ? 'tracker' : 'notes'
  const row = list === 'tracker' ? '[data-tracked-row]' : '[data-note-row]'
  const before = await time.now()
  await page.evaluate(
    ({ href, selector }) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          // Two frames later it was drawn.
          if (document.querySelector(selector) === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }
        document.querySelector<HTMLElement>(`nav a[href="${href}"]`)?.click()
        look()
      }),
    { href: `#/${place}`, selector: row },
  )
  const busyMs = (await time.now()) - before
  const gaps = await loop.stop()
  return { busyMs, longestMs: Math.max(0, ...gaps.map(({ milliseconds }) => milliseconds)) }
}
