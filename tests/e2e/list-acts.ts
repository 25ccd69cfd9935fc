import { expect, type Page } from '@playwright/test'
import type { Earmark } from './app.ts'

type Start = (environment?: Record<string, string>) => Promise<Earmark>

/** Podcasts of the stand-in's, with thirty episodes each over some seven months, and the guide's three. */
export async function startWith(start: Start, slugs: readonly string[]): Promise<Earmark> {
  const earmark = await start()
  for (const slug of slugs) await earmark.addPodcast(slug)
  await earmark.page.getByRole('link', { name: 'Library' }).click()
  const count = slugs.length * 30 + 3
  await expect(earmark.page.getByText(`${count} episodes`, { exact: true })).toBeVisible()
  return earmark
}

export async function scrollTo(page: Page, pixels: number): Promise<void> {
  const list = page.getByRole('list', { name: 'Episodes' })
  await list.evaluate((element, top) => element.parentElement?.scrollTo(0, top), pixels)
}

/** What is seen at the top: the month that is named there, and the first row below its name. */
export async function seenAtTop(page: Page): Promise<{ month: string; row: string; y: number }> {
  return page.getByRole('list', { name: 'Episodes' }).evaluate((list) => {
    const scroller = list.parentElement
    const top = scroller?.getBoundingClientRect().top ?? 0
    const heads = [...(scroller?.querySelectorAll('[data-month]') ?? [])]
    const head = heads.findLast((each) => each.getBoundingClientRect().top <= top + 1)
    const covered = head?.getBoundingClientRect().bottom ?? top
    const seen = [...list.querySelectorAll('li')]
      .map((row) => ({ row: row.getAttribute('aria-label') ?? '', box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > covered + 1)
      .sort((one, other) => one.box.top - other.box.top)[0]
    return {
      month: head?.firstElementChild?.textContent ?? '',
      row: seen?.row ?? '',
      y: Math.round((seen?.box.top ?? 0) - top),
    }
  })
}
