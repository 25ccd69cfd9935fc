import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'
const chapter = (startSeconds: number, title: string, description = '') => ({
  startSeconds,
  title,
  description,
})

test('chapters about a word are found over episodes and play one after another, and no others', async ({
  start,
  standIn,
}) => {
  const [first, second, third] = [0, 1, 2].map((index) => standIn.episode(slug, index))
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are 30.')
  change(first.slug, [chapter(0, 'Hello'), chapter(30, 'Zebra crossings'), chapter(34, 'Other things')])
  change(second.slug, [
    chapter(0, 'Zebrawood'),
    chapter(50, 'Of stripes', 'The ZÉBRA again.'),
    chapter(54, 'Goodbye'),
  ])
  change(third.slug, [chapter(0, 'Nothing of it'), chapter(20, 'Zebra, left out')])
  function change(episode: string, chapters: ReturnType<typeof chapter>[]): void {
    standIn.change(slug, episode, { chapters })
  }

  const { page, player, addPodcast } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).fill('zebra')
  await page.getByRole('button', { name: 'Play chapters about “zebra”' }).click()
  const dialog = page.getByRole('dialog', { name: 'Chapters about “zebra”' })
  await expect(dialog.getByRole('status')).toHaveText('3 chapters in 3 episodes')
  const found = dialog.getByRole('list', { name: 'Found chapters' })
  await found.getByRole('checkbox', { name: 'Zebra, left out' }).uncheck()
  await expect(dialog.getByText('2 chapters', { exact: false }).last()).toBeVisible()
  await page.evaluate(noteClocks)
  await dialog.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(dialog).toBeHidden()

  await expect(player).toContainText(second.title, { timeout: 30_000 })

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Up next' }).click()
  const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem')
  await expect(rows).toContainText([second.title])
  await expect(rows.first()).toContainText('Of stripes')
  // The last chapter of the last entry ends, and nothing else plays.
  await expect(page.getByText('Nothing is waiting')).toBeVisible()
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  const [ofFirst = [], ofSecond = [], ...others] = await heardClocks(page)
  expect(others).toEqual([])
  expect(Math.min(...ofFirst)).toBeGreaterThanOrEqual(29.9)
  expect(Math.max(...ofFirst)).toBeGreaterThan(33.5)
  expect(Math.max(...ofFirst)).toBeLessThan(34.5)
  expect(Math.min(...ofSecond)).toBeGreaterThanOrEqual(49.9)
  expect(Math.max(...ofSecond)).toBeGreaterThan(53.5)
  expect(Math.max(...ofSecond)).toBeLessThan(54.5)
})

test('chapters of a topic wait in Up next, join others of their episode, and are there after a restart', async ({
  start,
  standIn,
}) => {
  const episode = standIn.episode(slug, 0)
  standIn.change(slug, episode.slug, {
    topics: ['Zebras', 'Herds'],
    chapters: [chapter(0, 'Hello'), chapter(30, 'Zebras'), chapter(90, 'Herds'), chapter(120, 'Goodbye')],
  })
  const first = await start()
  await first.addPodcast(slug)
  await first.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }).click()
  for (const topic of ['Zebras', 'Herds']) {
    await first.page.getByRole('textbox', { name: 'Filter topics' }).fill(topic)
    await first.page.getByRole('button', { name: `Play chapters about ${topic}` }).focus()
    await first.page.keyboard.press('Enter')
    const dialog = first.page.getByRole('dialog', { name: `Chapters about “${topic}”` })
    await expect(dialog.getByRole('status')).toHaveText('1 chapter in 1 episode')
    await dialog.getByRole('button', { name: 'Add to Up next' }).focus()
    await first.page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
  await first.quit()

  const { page } = await start()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Up next' }).click()
  const row = page.getByRole('list', { name: 'Up next' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(['Only 2 chapters0:30 Zebras1:30 Herds'])
  await expect(row).toContainText('1:30')
})

type Noting = {
  Howler?: { _howls: { _sounds: { _node?: HTMLAudioElement }[] }[] }
  clocks?: Map<string, number[]>
}

/** Runs in the page: notes what the clock of the audio element shows while it plays, by its source. */
function noteClocks(): void {
  const noting = globalThis as unknown as Noting
  const clocks = new Map<string, number[]>()
  noting.clocks = clocks
  setInterval(() => {
    const element = noting.Howler?._howls.at(-1)?._sounds[0]?._node
    if (element === undefined || element.paused || element.seeking) return
    clocks.set(element.src, [...(clocks.get(element.src) ?? []), element.currentTime])
  }, 50)
}

function heardClocks(page: Page): Promise<number[][]> {
  return page.evaluate(() => [...((globalThis as unknown as Noting).clocks?.values() ?? [])])
}
