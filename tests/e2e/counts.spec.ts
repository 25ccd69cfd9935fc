import type { Page } from '@playwright/test'
import { startStandIn } from '../server/stand-in.ts'
import { test as base, expect } from './earmark.ts'

/** Enough of them, in small pages, that a sync is drawn many times while it runs. */
const [episodesPerPodcast, greatestPage] = [400, 10]
const slowly = { timeout: 40_000 }

const test = base.extend({
  standIn: async ({}, use) => {
    const standIn = await startStandIn({ seed: 7, podcasts: 2, episodesPerPodcast, greatestPage })
    await use(standIn)
    await standIn.stop()
  },
})

/** What one frame says of how many episodes there are. */
type Counted = { place: string; header: string; list: string; sidebar: string }

/** Notes down every frame in which a count is another one than before, from now on. */
async function watchCounts(page: Page): Promise<() => Promise<Counted[]>> {
  const seen = await page.evaluateHandle(() => {
    const frames: Counted[] = []
    const digitsOf = (text: string | null | undefined) => (text ?? '').replace(/\D/g, '')
    function look(): void {
      const title = document.querySelector('header h2')
      const rows = [...document.querySelectorAll('ul[aria-label="Episodes"] > li')]
      const links = [...document.querySelectorAll('nav a')]
      const unheard = links.find((link) => link.textContent?.startsWith('Unheard'))
      const frame = {
        place: title?.textContent ?? '',
        header: digitsOf(title?.nextElementSibling?.textContent),
        list: [...new Set(rows.map((row) => row.getAttribute('aria-setsize')))].join(' and '),
        sidebar: digitsOf(unheard?.querySelector('span[aria-hidden="true"]')?.textContent),
      }
      if (JSON.stringify(frame) !== JSON.stringify(frames.at(-1))) frames.push(frame)
      requestAnimationFrame(look)
    }
    look()
    return frames
  })
  return () => seen.jsonValue()
}

test('list, header and sidebar say the same at any moment of a sync', async ({ start, standIn }) => {
  const { page, addPodcast } = await start()
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await page.getByRole('group', { name: 'Filters' }).getByRole('radio', { name: 'Unheard' }).check()
  await page.getByRole('button', { name: 'Save as list…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Unheard')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Unheard' })).toBeVisible()

  const counted = await watchCounts(page)
  const [one, other] = standIn.podcasts
  await addPodcast(one?.slug ?? '')
  const header = page.getByRole('banner')
  await expect(header.getByText(`${episodesPerPodcast} episodes`, { exact: true })).toBeVisible(slowly)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await addPodcast(other?.slug ?? '')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  const all = 2 * episodesPerPodcast + 3
  await expect(header.getByText(`${all} episodes`, { exact: true })).toBeVisible(slowly)
  await expect(page.getByRole('progressbar')).toHaveCount(0, slowly)
  const last = { place: 'Library', header: `${all}`, list: `${all}`, sidebar: `${all}` }
  await expect.poll(async () => (await counted()).at(-1)).toEqual(last)

  const frames = await counted()
  const ofPodcast = frames.filter(({ place }) => place === one?.title)
  const ofLibrary = frames.filter(({ place }) => place === 'Library')
  expect(ofPodcast.length).toBeGreaterThan(2)
  expect(ofLibrary.length).toBeGreaterThan(2)
  expect(ofPodcast.filter((frame) => frame.list !== frame.header)).toEqual([])
  expect(ofLibrary.filter((frame) => frame.list !== frame.header || frame.sidebar !== frame.header)).toEqual(
    [],
  )
})
