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
