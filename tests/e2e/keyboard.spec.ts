import { expect, test } from './earmark.ts'

test('a dialog that closes gives the focus back to the button that opened it', async ({ start }) => {
  const { page } = await start()
  const add = page.getByRole('button', { name: 'Add podcast', exact: true })
  await add.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Podcast or episode address' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(add).toBeFocused()

  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(add).toBeFocused()
})

test('after a click the keys still act on what plays', async ({ start }) => {
  const { page, player, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  const pause = player.getByRole('button', { name: 'Pause', exact: true })
  const play = player.getByRole('button', { name: 'Play', exact: true })

  await chapters.nth(1).click()
  await expect(pause).toBeVisible()
  await expect.poll(audioClock).toBeGreaterThan(39.5)
  await page.keyboard.press('Space')
  await expect(play).toBeVisible()
  expect(await audioClock()).toBeGreaterThan(39.5)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await page.keyboard.press('Space')
  await expect(pause).toBeVisible()

  await player.getByRole('slider', { name: 'Seek' }).focus()
  await page.keyboard.press('Space')
  await expect(play).toBeVisible()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(chapters.nth(2)).toHaveAttribute('aria-current', 'true')

  // A button that was reached by keyboard is pressed by Space, as everywhere.
  await chapters.nth(0).focus()
  await page.keyboard.press('Space')
  await expect(chapters.nth(0)).toHaveAttribute('aria-current', 'true')
})

test('who writes notes by keyboard is not thrown out of the page', async ({ start }) => {
  const { page, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  const box = page.getByRole('textbox', { name: 'Note', exact: true })
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  const chapter = page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1)
  await chapter.focus()
  await page.keyboard.press('Enter')
  await expect.poll(audioClock).toBeGreaterThan(39)

  await page.keyboard.press('n')
  await box.pressSequentially('First')
  await page.keyboard.press('Control+Enter')
  await expect(notes).toContainText('First')
  await expect(chapter).toBeFocused()

  const edit = notes.getByRole('button', { name: /^edit/i })
  await edit.focus()
  await page.keyboard.press('Enter')
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(edit).toBeFocused()

  const annotate = page.getByRole('list', { name: 'Highlights' }).getByRole('button', { name: 'Annotate' })
  await annotate.first().focus()
  await page.keyboard.press('Enter')
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(annotate.first()).toBeFocused()

  await chapter.focus()
  await page.keyboard.press('m')
  await expect(notes.getByRole('listitem')).toHaveCount(2)
  await notes
    .getByRole('button', { name: /^delete/i })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  await expect(notes.getByRole('button', { name: /^play from/i })).toBeFocused()
})

test('the guide’s words are true of the keys: every place by its first letter, hints as the keys are', async ({
  start,
}) => {
  const { page, episodes, openEpisode } = await start()
  await expect(episodes).toHaveCount(3)
  for (const [key, place] of [
    ['n', 'Notes'],
    ['s', 'Settings'],
    ['l', 'Library'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }),
    ).toHaveAttribute('aria-current', 'page')
  }

  await openEpisode('Finding your way')
  await expect(page.getByText('Press N while you listen')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Change the key of Note here' }).click()
  await page.keyboard.press('b')
  await expect(page.getByText('Press B while you listen')).toBeVisible()
})

test('what is on this computer already needs no download, and says so without a fuss', async ({ start }) => {
  const { page, openEpisode } = await start()
  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('on this computer already')
  await expect(page.getByRole('region', { name: 'Audio problem' })).toBeHidden()
})

test('in a narrow window the focus goes along to the episode and back to its row', async ({ start }) => {
  const { app, page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(600, 700))
  const back = page.getByRole('button', { name: 'Back to the list' })
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(back).toBeHidden()

  const row = episodes.nth(1).getByRole('button').first()
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(back).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})

test('clearing the topics leaves the focus among them', async ({ start }) => {
  const { page, episodes } = await start()
  const chips = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('button')
  await chips.filter({ hasText: 'Playback' }).click()
  await expect(episodes).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear topics' }).focus()
  await page.keyboard.press('Enter')
  await expect(episodes).toHaveCount(3)
  await expect(chips.and(page.locator(':focus'))).toHaveCount(1)
})

test('a notice is a key away, and gives the focus back once its button was pressed', async ({ start }) => {
  const { page, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  const box = page.getByRole('textbox', { name: 'Note', exact: true })
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).press('Enter')
  await expect.poll(audioClock).toBeGreaterThan(39)
  for (const text of ['First', 'Second']) {
    await page.keyboard.press('n')
    await box.pressSequentially(text)
    await page.keyboard.press('Control+Enter')
    await expect(notes).toContainText(text)
  }

  await notes
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Delete/ })
    .press('Enter')
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  const neighbour = notes.getByRole('button').first()
  await expect(neighbour).toBeFocused()
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(notes.getByRole('listitem')).toHaveCount(2)
  await expect(notes.getByRole('listitem').nth(1).getByRole('button').first()).toBeFocused()
})
