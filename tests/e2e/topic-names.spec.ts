import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('joined topics are one everywhere, apart again they are two, and a hidden one is offered nowhere', async ({
  start,
  standIn,
}) => {
  const topics = [['K8s', 'Kubernetes', 'Sponsors'], ['K8s'], ['Kubernetes']]
  for (const [index, its] of topics.entries()) {
    standIn.change(slug, standIn.episode(slug, index).slug, { topics: its })
  }
  const { page, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  const list = page.getByRole('list', { name: 'All topics' })
  const named = (name: RegExp) => list.getByRole('button', { name })
  await page.getByRole('textbox', { name: 'Filter topics' }).fill('k')
  await expect(named(/^K8s , 2 episodes/)).toBeVisible()

  await list.getByRole('button', { name: 'More about Kubernetes' }).click()
  await page.getByRole('menuitem', { name: 'Join with another topic…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Names of Kubernetes' })
  await dialog.getByRole('combobox', { name: 'Another name' }).fill('k8s')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Names' }).getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(named(/^Kubernetes also K8s , 3 episodes/)).toBeVisible()
  await expect(named(/^K8s/)).toBeHidden()

  await named(/^Kubernetes/)
    .first()
    .click()
  await expect(page.getByText('3 of 33', { exact: true })).toBeVisible()
  await openEpisode(standIn.episode(slug, 1).title)
  await expect(page.getByRole('list', { name: 'Filed under' })).toContainText('Kubernetes')

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'More about Kubernetes' }).click()
  await page.getByRole('menuitem', { name: 'Its names…' }).click()
  await page.getByRole('button', { name: 'Take out K8s' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Filter topics' }).fill('k8s')
  await expect(named(/^K8s , 2 episodes/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(named(/^Kubernetes also K8s , 3 episodes/)).toBeVisible()

  await page.getByRole('textbox', { name: 'Filter topics' }).fill('sponsors')
  await page.getByRole('button', { name: 'More about Sponsors' }).click()
  await page.getByRole('menuitem', { name: 'Hide this topic' }).click()
  await expect(page.getByText('No topic matches')).toBeVisible()
  await page.getByRole('button', { name: '1 hidden' }).click()
  await page.getByRole('button', { name: 'Show Sponsors again' }).click()
  await expect(named(/^Sponsors/)).toBeVisible()
})
