import { expect, test } from './earmark.ts'

test('two topics filter the list, all of them or any, and the choice survives a restart', async ({
  start,
}) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  const chips = first.page.getByRole('group', { name: 'Topics' })
  await chips.getByRole('button', { name: /^Offline/ }).click()
  await expect(first.episodes).toHaveCount(2)
  await chips.getByRole('button', { name: /^Chapters/ }).click()
  await expect(first.episodes).toHaveCount(1)
  await expect(first.episodes).toContainText('Finding your way')
  await first.quit()

  const second = await start()
  await expect(second.episodes).toHaveCount(1)
  const again = second.page.getByRole('group', { name: 'Topics' })
  await expect(again.getByRole('button', { name: /^Offline/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(again.getByRole('button', { name: /^Chapters/ })).toHaveAttribute('aria-pressed', 'true')

  await second.page.getByRole('radio', { name: 'Any', exact: true }).check()
  await expect(second.episodes).toHaveCount(3)
  await second.page.getByRole('button', { name: 'Clear topics' }).click()
  await expect(again.getByRole('button', { name: /^Offline/ })).toHaveAttribute('aria-pressed', 'false')
})
