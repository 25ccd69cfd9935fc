import { expect, test } from './earmark.ts'

test('two topics filter the list, all of them or any, and the choice survives a restart', async ({
  start,
}) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  const chips = first.page.getByRole('group', { name: 'Topics' }).getByRole('button')
  await first.page
    .getByRole('group', { name: 'Topics' })
    .getByRole('button', { name: /^Notes/ })
    .click()
  const withNotes = await first.episodes.count()
  await first.page
    .getByRole('group', { name: 'Topics' })
    .getByRole('button', { name: /^Keyboard/ })
    .click()
  await expect(chips.and(first.page.locator('[aria-pressed="true"]'))).toHaveCount(2)
  const withBoth = await first.episodes.count()
  expect(withBoth).toBeLessThanOrEqual(withNotes)
  await first.quit()

  const second = await start()
  await expect(second.episodes).toHaveCount(withBoth)
  const pressed = second.page.getByRole('group', { name: 'Topics' }).locator('[aria-pressed="true"]')
  await expect(pressed).toHaveCount(2)
  await second.page.getByRole('button', { name: /clear/i }).first().click()
  await expect(second.episodes).toHaveCount(3)
})
