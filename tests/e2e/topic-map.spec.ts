import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('by keys alone a topic of the map is chosen, and the episodes of it and another are shown', async ({
  start,
  standIn,
}) => {
  for (const index of [0, 1, 2]) {
    const topics = index === 2 ? ['Mapmaking'] : ['Mapmaking', 'Navigation at sea']
    standIn.change(slug, standIn.episode(slug, index).slug, { topics })
  }
  const { page, addPodcast } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('radio', { name: 'Map' }).focus()
  await page.keyboard.press('Space')
  const map = page.getByRole('list', { name: 'Map of topics' })
  const maps = map.getByRole('button', { name: 'Mapmaking, 3 episodes, most often with Navigation at sea' })
  const sea = map.getByRole('button', { name: 'Navigation at sea, 2 episodes, most often with Mapmaking' })
  await expect(maps).toBeVisible()

  // Those that go together are neighbours.
  await map.getByRole('button').first().focus()
  const places = await map
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
  const place = (name: string) => places.findIndex((label) => label.startsWith(name))
  expect(Math.abs(place('Mapmaking') - place('Navigation at sea'))).toBe(1)
  for (let step = 0; step < place('Mapmaking'); step += 1) await page.keyboard.press('ArrowDown')
  await expect(maps).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(maps).toHaveAttribute('aria-pressed', 'true')
  await expect(sea).toContainText('2 together')

  const chosen = page.getByRole('region', { name: 'Chosen topic' })
  await chosen.getByRole('button', { name: 'Navigation at sea, 2 episodes with Mapmaking' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 33', { exact: true })).toBeVisible()
})
