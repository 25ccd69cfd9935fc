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
