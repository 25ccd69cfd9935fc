import { expect, test } from './earmark.ts'

test('first start, with no service at all, leads to a sample episode that plays', async ({
  start,
  standIn,
}) => {
  await standIn.stop()
  const { page, episodes, player, audioClock, openEpisode } = await start()
  await expect(episodes).toHaveCount(3)

  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect.poll(audioClock).toBeGreaterThan(0.5)

  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('a removed guide stays away after a restart', async ({ start }) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  await first.page
    .getByRole('button', { name: /more about.*field guide|field guide.*(actions|menu|more)/i })
    .click()
  await first.page
    .getByRole('button', { name: /^remove/i })
    .or(first.page.getByRole('menuitem', { name: /^remove/i }))
    .click()
  await first.page
    .getByRole('dialog')
    .getByRole('button', { name: /remove/i })
    .click()
  await expect(first.episodes).toHaveCount(0)
  await first.quit()

  const second = await start()
  await expect(second.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(second.page.getByText(/add podcast/i).first()).toBeVisible()
  await expect(second.episodes).toHaveCount(0)
})
