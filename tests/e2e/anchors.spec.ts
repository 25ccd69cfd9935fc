import { join } from 'node:path'
import { differing, keptInDatabase, keptInHome, readRecords } from '../both-homes.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'
const { was, reworded, different } = {
  was: 'Teams that skip the post-mortem repeat the same incident within a year.',
  reworded: 'Skipping post-mortems means that teams see the same incident again within a year.',
  different: 'Teams should publish the post-mortem within a week, without naming anybody.',
}

test('a note follows its reworded highlight, waits when that is gone, and is placed by keys for good', async ({
  start,
  standIn,
  dataDirectory,
}) => {
  const first = await start()
  const { page } = first
  const change = (edit: Parameters<typeof standIn.change>[2]) => standIn.change(slug, episode.slug, edit)
  const sync = () => page.getByRole('button', { name: /^sync/i }).first().click()
  const episode = standIn.episode(slug, 0)
  const others = episode.highlights.slice(1)
  const [kind, startSeconds] = ['Main idea', 60]
  change({ highlights: [...others, { kind, text: was, startSeconds }] })
  await first.addPodcast(slug)
  await first.openEpisode(episode.title)

  await page
    .getByRole('list', { name: 'Main ideas' })
    .getByRole('listitem')
    .filter({ hasText: was })
    .getByRole('button', { name: /annotate/i })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Mine, on this.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Mine, on this.')).toBeVisible()

  change({ highlights: [...others, { kind, text: reworded, startSeconds }] })
  await sync()
  const item = page
    .getByRole('list', { name: 'Main ideas' })
    .getByRole('listitem')
    .filter({ hasText: reworded })
  await expect(item.getByText('Mine, on this.')).toBeVisible()
  await expect(item.getByText(/The highlight was reworded: this note followed by its words/)).toBeVisible()
  await item.getByText(/this note followed/).click()
  await expect(item.getByText(`“${was}”`)).toBeVisible()

  change({ highlights: [...others, { kind, text: different, startSeconds }] })
  await sync()
  await expect(page.getByText(/The highlight is gone: this note needs placing/)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const waits = page.getByRole('button', { name: 'Needs placing 1' })
  await waits.focus()
  await page.keyboard.press('Enter')
  const tray = page.getByRole('list', { name: 'Needs placing' })
  await expect(tray).toContainText(was)
  await tray.getByRole('button').first().focus()
  await expect(tray.getByRole('button', { name: 'Place it there' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The note has a place again.')).toBeVisible()
  await expect(tray).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(waits).toBeVisible()
  await tray.getByRole('button', { name: 'Place it there' }).press('Enter')
  await expect(waits).toHaveCount(0)
  await first.quit()

  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  const highlights = second.page.getByRole('list', { name: 'Main ideas' })
  await expect(highlights).toContainText('Mine, on this.')
  await expect(highlights.getByText(/needs placing|followed/)).toHaveCount(0)
  await expect
    .poll(async () => {
      const [here, there] = await Promise.all([
        second.page.evaluate(readRecords),
        keptInHome(join(dataDirectory, 'home')),
      ])
      return differing(keptInDatabase(here), there.rows)
    })
    .toEqual([])
})

test('a note on a moment moves with the audio, and stays readable when its episode is withdrawn', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast, openEpisode, audioClock, player } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(episode.chapters[1]?.startSeconds ?? 0)
  await player.getByRole('button', { name: 'Add note' }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('About now.')
  await page.getByRole('button', { name: 'Save note' }).click()
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await expect(notes).toContainText('About now.')

  standIn.change(slug, episode.slug, {
    chapters: episode.chapters.map((each) => ({ ...each, startSeconds: each.startSeconds + 30 })),
    durationSeconds: episode.durationSeconds + 30,
  })
  await page.getByRole('button', { name: /^sync/i }).first().click()
  await expect(
    notes.getByText(/The audio was shifted: this note followed by its chapter, surely/),
  ).toBeVisible()

  standIn.withdraw(slug, episode.slug)
  await page.getByRole('button', { name: /^sync/i }).first().click()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const row = page
    .getByRole('list', { name: 'All notes' })
    .getByRole('listitem')
    .filter({ hasText: 'About now.' })
  await expect(row).toContainText(episode.title)
})
