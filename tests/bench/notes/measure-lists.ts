import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import { watchEventLoop } from '../app/event-loop-gaps.ts'

/** Of the page's main thread: all that it did until the list stood, and the longest that anything else had to wait. */
type OpeningCost = { busyMs: number; longestMs: number }

export const measuredLists = ['date', 'episode', 'podcast', 'tag', 'topic', 'tracker'] as const
type MeasuredList = (typeof measuredLists)[number]
export type ListCosts = Record<MeasuredList, OpeningCost[]>

/** What a click or a start left to do. */
const restMs = 700

/** Opens each list from the library, time and again, as a person does. */
export async function measureLists(page: Page, rounds: number): Promise<ListCosts> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const costs: ListCosts = { date: [], episode: [], podcast: [], tag: [], topic: [], tracker: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const list of measuredLists) {
      await group(page, list)
      await page.evaluate(() => (location.hash = '#/library'))
      await pause(restMs)
      costs[list].push(await openingCost(page, session, list))
    }
  }
  await session.detach()
  return costs
}

/** How the notes are grouped stays as long as the app runs. */
async function group(page: Page, list: MeasuredList): Promise<void> {
  if (list === 'tracker') return
  await page.evaluate(() => (location.hash = '#/notes'))
  await page.getByRole('combobox', { name: 'Grouped' }).selectOption(list)
  await page.locator('[data-note-row]').first().waitFor()
}

async function openingCost(page: Page, session: CDPSession, list: MeasuredList): Promise<OpeningCost> {
  const loop = await watchEventLoop(page)
  const place = list === 'tracker' ? 'tracker' : 'notes'
  const row = list === 'tracker' ? '[data-tracked-row]' : '[data-note-row]'
  const before = await busySeconds(session)
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
  const busyMs = ((await busySeconds(session)) - before) * 1000
  const gaps = await loop.stop()
  return { busyMs, longestMs: Math.max(0, ...gaps.map(({ milliseconds }) => milliseconds)) }
}

/** What the thread itself did; what the machine did for others meanwhile is not counted. */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}
