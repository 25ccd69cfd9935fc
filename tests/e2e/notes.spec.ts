import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a highlight is annotated, a moment noted, and all of it found again offline', async ({
  start,
  standIn,
}) => {
  const first = await start()
  const { page, player } = first
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await first.openEpisode(episode.title)

  await page
    .getByRole('list', { name: 'Highlights' })
    .getByRole('button', { name: /annotate/i })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Ask the team about **this**.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Ask the team about this.')).toBeVisible()

  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  const from = episode.chapters[1]?.startSeconds ?? 0
  await expect.poll(first.audioClock).toBeGreaterThan(from)
  await player.getByRole('button', { name: 'Add note' }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Said <b>just now</b>.')
  await page.getByRole('button', { name: 'Save note' }).click()
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  expect(await first.audioClock()).toBeGreaterThan(from)

  await first.quit()
  await standIn.stop()
  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  await expect(second.page.getByText('Ask the team about this.')).toBeVisible()
  // HTML in a note is text, not markup.
  await expect(second.page.getByRole('list', { name: 'Notes', exact: true })).toContainText('just now')
  expect(await second.page.locator('b', { hasText: 'just now' }).count()).toBe(0)
})

test('a deleted note comes back by undo', async ({ start }) => {
  const { page, player, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0)
  await player.getByRole('button', { name: 'Add note' }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Keep me')
  await page.getByRole('button', { name: 'Save note' }).click()
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await expect(notes).toContainText('Keep me')
  await notes.getByRole('button', { name: /^delete/i }).click()
  await expect(page.getByText('Keep me')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(notes).toContainText('Keep me')
})

test('what was typed and not saved is there again after kill -9', async ({ start }) => {
  const first = await start()
  await first.openEpisode('Finding your way')
  await first.page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(first.audioClock).toBeGreaterThan(0)
  await first.page.keyboard.press('n')
  const box = first.page.getByRole('textbox', { name: 'Note', exact: true })
  await box.pressSequentially('half a thought')
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await first.kill()

  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1, name: 'Finding your way' })).toBeVisible()
  await expect(second.page.getByText('half a thought')).toBeVisible()
})
