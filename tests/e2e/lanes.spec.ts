import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

async function openHighlights(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(place(page).getByRole('heading', { level: 2, name: 'Highlights' })).toBeVisible()
}

/** The episode's own page names its lists alike. */
function place(page: Page) {
  return page.getByRole('region', { name: 'All highlights' })
}

function lane(page: Page, name: string) {
  return place(page).getByRole('list', { name })
}

function chip(page: Page, name: string) {
  return page.getByRole('group', { name: 'Kind' }).getByRole('button', { name: new RegExp(`^${name}`) })
}

test('highlights are listed by kind, narrowed, and what was chosen survives a restart', async ({
  start,
  standIn,
}) => {
  const first = await start()
  const { page } = first
  await first.addPodcast(slug)
  await first.openEpisode(standIn.episode(slug, 0).title)
  await openHighlights(page)
  const ideas = lane(page, 'Main ideas')
  await expect(ideas.getByRole('listitem').first()).toContainText('An automated change needs the same brakes')

  await chip(page, 'Failure modes').click()
  await expect(chip(page, 'Failure modes')).toHaveAttribute('aria-pressed', 'true')
  const failures = lane(page, 'Failure modes')
  await expect(failures.getByRole('listitem').first()).toContainText('Giving one agent keys')
  const all = Number(await failures.getByRole('listitem').first().getAttribute('aria-setsize'))
  expect(all).toBeGreaterThan(10)

  await place(page).getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('combobox', { name: 'Topic' }).fill('risk management')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Chosen topics' })).toContainText('Risk Management')
  await page.getByLabel('From', { exact: true }).fill('2026-03-04')
  await page.getByRole('combobox', { name: 'Podcast', exact: true }).selectOption({ label: 'Day Two DevOps' })
  await expect(failures.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('1 highlight', { exact: true })).toBeVisible()
  const address = await page.evaluate(() => location.hash)
  expect(address).toBe(
    '#/highlights/lane=failure-mode&topic=Risk+Management&podcast=day-two-devops&from=2026-03-04',
  )
  await first.quit()

  const second = await start()
  await expect(lane(second.page, 'Failure modes').getByRole('listitem')).toHaveCount(1)
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notes' }).click()
  await second.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Highlights' })
    .click()
  await expect(second.page.getByRole('button', { name: 'Filter, 3 on' })).toBeVisible()
  expect(await second.page.evaluate(() => location.hash)).toBe(address)
  await second.page.getByRole('button', { name: 'Show all' }).click()
  await expect(lane(second.page, 'Failure modes').getByRole('listitem').first()).toHaveAttribute(
    'aria-setsize',
    String(all),
  )
})

test('what the service words itself is among the others, and can be chosen by its word', async ({
  start,
}) => {
  const { page, addPodcast, episodes } = await start()
  await addPodcast(slug)
  await expect(episodes.first()).toBeVisible()
  await openHighlights(page)
  await chip(page, 'Others').click()
  const others = lane(page, 'Others').getByRole('listitem')
  await expect(others.first()).toHaveAttribute('aria-setsize', /^\d+$/)
  const all = Number(await others.first().getAttribute('aria-setsize'))
  const word = page.getByRole('combobox', { name: 'Word for the kind' })
  const label = await word.getByRole('option', { name: /^Quote \(/ }).textContent()
  const quotes = Number(/\((\d+)\)/.exec(label ?? '')?.[1])
  await word.selectOption('other/quote')
  await expect(others.first()).toHaveAttribute('aria-setsize', String(quotes))
  expect(quotes).toBeLessThan(all)
})

test('by keys alone: from lane to card, open at it, play it, star it, write on it where it is listed', async ({
  start,
  standIn,
}) => {
  // Of one whose highlights come with their times.
  const timed = standIn.podcasts.find(({ wording }) => wording === 'structured')?.slug ?? slug
  const title = 'Keys and locks'
  standIn.publish(timed, {
    ...{ title, durationSeconds: 2740, processingState: 'processed' },
    highlights: [
      { kind: 'Failure mode', text: 'Giving one agent keys to everything', startSeconds: 720 },
      { kind: 'Failure mode', text: 'Locking out the one who has them', startSeconds: 900 },
    ],
  })
  const { page, addPodcast, audioClock, player } = await start()
  await addPodcast(timed)
  await openHighlights(page)
  await chip(page, 'Failure modes').focus()
  await page.keyboard.press('Space')
  const cards = lane(page, 'Failure modes').getByRole('listitem')
  await expect(cards.first()).toContainText('Giving one agent keys')

  // Past the other kind, the filter, and into the list.
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab')
  await expect(cards.first().getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Home')
  await expect(cards.first().getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const shown = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Giving one agent keys' })
    .last()
  await expect(shown).toBeInViewport()

  await page.keyboard.press('Tab')
  await expect(cards.first().getByRole('button', { name: /^Play from/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(audioClock).toBeGreaterThan(719)
  await player.getByRole('button', { name: 'Pause', exact: true }).click()

  const star = cards.first().getByRole('button', { name: 'Star this highlight' })
  await star.focus()
  await page.keyboard.press('Space')
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await expect(cards.first().getByRole('button', { name: '1 note' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  await expect(star).toHaveAttribute('aria-pressed', 'false')

  await cards.first().getByRole('button', { name: 'Annotate' }).first().focus()
  await page.keyboard.press('Enter')
  const box = cards.first().getByRole('textbox', { name: 'Note', exact: true })
  await expect(box).toBeFocused()
  await page.keyboard.type('Which keys do *ours* have?')
  await expect(cards.first().getByText('Saved', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(cards.first().getByText('Which keys do ours have?')).toBeVisible()
  await expect(page.getByRole('main').getByText('Which keys do ours have?')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveCount(0)
})

test('those with notes and those without can be told apart, and one that is written on stays until its editor closes', async ({
  start,
}) => {
  const { page, addPodcast, episodes } = await start()
  await addPodcast(slug)
  await expect(episodes.first()).toBeVisible()
  await openHighlights(page)
  const cards = lane(page, 'Main ideas').getByRole('listitem')
  await expect(cards.first()).toContainText('An automated change needs the same brakes')
  const all = Number(await cards.first().getAttribute('aria-setsize'))
  await place(page).getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('radio', { name: 'Without' }).check()
  await cards.first().getByRole('button', { name: 'Annotate' }).click()
  const box = cards.first().getByRole('textbox', { name: 'Note', exact: true })
  await box.pressSequentially('Brakes')
  await expect(cards.first().getByText('Saved', { exact: true })).toBeVisible()
  await expect(box).toBeFocused()
  await box.press('Control+Enter')
  await expect(cards.first()).not.toContainText('An automated change needs the same brakes')
  await expect(cards.first()).toHaveAttribute('aria-setsize', String(all - 1))

  await page.getByRole('radio', { name: 'With notes' }).check()
  await expect(cards).toHaveCount(1)
  await expect(cards.first()).toContainText('Brakes')
  await expect(chip(page, 'Main ideas')).toContainText('1')
  await expect(chip(page, 'Failure modes')).toContainText('0')
})

test('counts are right once a sync brought another episode and took one away', async ({ start, standIn }) => {
  const { page, addPodcast, episodes } = await start()
  await addPodcast(slug)
  await expect(episodes.first()).toBeVisible()
  await openHighlights(page)
  const countOf = async (kind: string) =>
    Number(/(\d+)$/.exec((await chip(page, kind).textContent()) ?? '')?.[1])
  const inCatalogue = (kind: string) =>
    Array.from({ length: 30 }, (_, index) => standIn.episode(slug, index))
      .filter(({ processingState }) => processingState === 'processed')
      .flatMap(({ highlights }) => highlights)
      .filter((highlight) => highlight.kind === kind).length
  // Those of the guide are among them, which the service does not know.
  await expect
    .poll(() => countOf('Failure modes'), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(inCatalogue('Failure mode'))
  const before = { failures: await countOf('Failure modes'), takeaways: await countOf('Practical takeaways') }

  const published = standIn.publish(slug, {
    highlights: [
      { kind: 'Failure mode', text: 'Brand new and already broken', startSeconds: 5 },
      { kind: 'Failure mode', text: 'And once more', startSeconds: 9 },
    ],
  })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await openHighlights(page)
  await expect.poll(() => countOf('Failure modes'), { timeout: 20_000 }).toBe(before.failures + 2)
  await chip(page, 'Failure modes').click()
  const cards = lane(page, 'Failure modes').getByRole('listitem')
  await expect(cards.first()).toContainText('Brand new and already broken')

  standIn.change(slug, published.slug, {
    highlights: [{ kind: 'Practical takeaway', text: 'It works again', startSeconds: 5 }],
  })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await openHighlights(page)
  await expect.poll(() => countOf('Failure modes'), { timeout: 20_000 }).toBe(before.failures)
  expect(await countOf('Practical takeaways')).toBe(before.takeaways + 1)
})
