import type { Page } from '@playwright/test'
import { z } from 'zod'
import { heardSchema } from '../../shared/models/heard.ts'
import { readRecords } from '../both-homes.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

/** What was heard of any episode, as the database holds it. */
async function heardStretches(page: Page): Promise<[number, number][]> {
  const { heard = [] } = await page.evaluate(readRecords)
  const pieces = z.array(heardSchema).parse(heard.map(({ row }) => row))
  return pieces.flatMap((piece) => (piece.how === 'played' ? piece.intervals : []))
}

test('what the audio’s clock passes through counts as heard, at any speed, and what is jumped over does not', async ({
  start,
  standIn,
}) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  const [second = 0, fourth = 0] = [episode.chapters[1]?.startSeconds, episode.chapters[3]?.startSeconds]

  await chapters.nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(second + 1)
  for (let step = 0; step < 10; step += 1) await page.keyboard.press(']')
  await expect.poll(audioClock, { timeout: 30_000 }).toBeGreaterThan(second + 12)
  await chapters.nth(3).click()
  await expect.poll(audioClock).toBeGreaterThanOrEqual(fourth)
  await expect.poll(audioClock, { timeout: 30_000 }).toBeGreaterThan(fourth + 10)
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  const end = (await audioClock()) ?? 0

  await expect.poll(async () => (await heardStretches(page)).at(-1)?.[1]).toBeCloseTo(end, 0)
  const stretches = await heardStretches(page)
  expect(stretches).toHaveLength(2)
  const [one = [0, 0], other = [0, 0]] = stretches
  expect(Math.abs(one[0] - second)).toBeLessThan(0.3)
  expect(one[1]).toBeGreaterThan(second + 12)
  expect(one[1]).toBeLessThan(fourth - 10)
  expect(Math.abs(other[0] - fourth)).toBeLessThan(0.3)
  await expect(chapters.nth(1)).toHaveAccessibleDescription(/\d % heard\.$/)
  await expect(chapters.nth(3)).toHaveAccessibleDescription(/\d % heard\.$/)
  await expect(chapters.nth(2)).not.toHaveAccessibleDescription(/heard/)
})

test('position and what was heard survive kill -9 while playing, to within five seconds, and never go back', async ({
  start,
  standIn,
}) => {
  test.setTimeout(180_000)
  const episode = standIn.episode(slug, 0)
  let before = 0
  for (const round of [1, 2, 3]) {
    const { page, player, audioClock, addPodcast, openEpisode, kill } = await start()
    if (round === 1) {
      await addPodcast(slug)
      await openEpisode(episode.title)
    }
    await player.getByRole('button', { name: 'Forward 30 seconds' }).waitFor()
    if (round === 1) await page.getByRole('button', { name: 'Play episode' }).click()
    else await player.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(audioClock).toBeGreaterThan(0.5)
    const resumed = (await audioClock()) ?? 0
    expect(resumed).toBeGreaterThanOrEqual(before - 5)
    if (round > 1) {
      const heardTo = Math.max(...(await heardStretches(page)).map(([, to]) => to))
      expect(heardTo).toBeGreaterThanOrEqual(before - 5)
    }
    await expect.poll(audioClock, { timeout: 30_000 }).toBeGreaterThan(resumed + 7)
    before = (await audioClock()) ?? 0
    await kill()
  }
})

test('by keys alone a chapter is marked as heard and not, the next unheard part is gone to, and figures are read', async ({
  start,
  standIn,
}) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  const rows = page.getByRole('list', { name: 'Chapters' }).getByRole('listitem')
  const first = rows.nth(0).getByRole('checkbox', { name: 'Heard' })
  const notice = page.getByText(/counts as heard/)

  // Behind the chapter itself, and whether it is skipped.
  await rows.nth(0).getByRole('button').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('Space')
  await expect(first).toBeChecked()
  await expect(notice).toBeVisible()
  await expect(rows.nth(0).getByRole('button')).toHaveAccessibleDescription(/Heard\.$/)
  await page.keyboard.press('Space')
  await expect(first).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(first).toBeChecked()

  await page.getByRole('button', { name: 'Play episode' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(audioClock).toBeGreaterThan(0.2)
  await page.getByRole('button', { name: 'Pause episode' }).press('Enter')
  await page.keyboard.press('h')
  const secondStart = episode.chapters[1]?.startSeconds ?? 0
  await expect.poll(audioClock).toBeCloseTo(secondStart, 0)
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Mark as heard' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mark as not heard' })).toBeFocused()
  await expect(rows.nth(4).getByRole('checkbox', { name: 'Heard' })).toBeChecked()

  await page.keyboard.press('g')
  await page.keyboard.press('f')
  const figures = page.getByRole('region', { name: 'Your listening' })
  await expect(figures.getByRole('img', { name: /^Heard in all: under a minute/ })).toBeVisible()
  await expect(figures.getByRole('table', { name: 'By podcast' }).getByRole('row')).toHaveCount(2)
  await figures.getByRole('radio', { name: '30 days' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(figures.getByRole('radio', { name: '12 weeks' })).toBeChecked()
})

test('when the computer goes to sleep, where the person is and what they heard is written at once', async ({
  start,
  standIn,
}) => {
  const { app, page, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  await openEpisode(standIn.episode(slug, 0).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  // Once it was written, and long before it is due again.
  await expect.poll(async () => (await heardStretches(page)).length, { intervals: [50] }).toBeGreaterThan(0)
  const clock = (await audioClock()) ?? 0
  await expect.poll(audioClock, { intervals: [50] }).toBeGreaterThan(clock + 1)
  const asleep = (await audioClock()) ?? 0
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect
    .poll(async () => (await heardStretches(page)).at(-1)?.[1] ?? 0, { intervals: [50], timeout: 2000 })
    .toBeGreaterThanOrEqual(asleep - 0.3)
})

test('where a copy that was behind would jump back, the person is asked, by what they can read and press', async ({
  start,
  standIn,
}) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan((episode.chapters[1]?.startSeconds ?? 0) + 0.5)
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await heardElsewhere(page, `${slug}/${episode.slug}`)

  const question = player.getByRole('group', { name: 'Where to continue' })
  await expect(question).toContainText(
    /^Continue at 7:5\d, or at 40:02 where you were on \d+ \w+, \d\d:\d\d\?/,
  )
  await question.getByRole('button', { name: '40:02' }).focus()
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(player.getByRole('slider', { name: 'Seek' })).toHaveAttribute('aria-valuetext', /^40:02/)
  await player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(audioClock).toBeGreaterThan(2402.2)
})

/** The person was further on, on another computer, before this one began; its row comes by the next start. */
async function heardElsewhere(page: Page, episodeId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const open = indexedDB.open('earmark')
    await new Promise((resolve) => open.addEventListener('success', resolve))
    const transaction = open.result.transaction('heard', 'readwrite')
    const at = new Date(Date.now() - 600_000).toISOString()
    transaction.objectStore('heard').put({
      ...{ id: '0195a000-0000-7000-8000-000000000001', how: 'played', episodeId: id, day: at.slice(0, 10) },
      ...{ intervals: [[2000, 2402]], spentSeconds: 402, endSeconds: 2402, createdAt: at, updatedAt: at },
    })
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    open.result.close()
  }, episodeId)
  await page.reload()
}
