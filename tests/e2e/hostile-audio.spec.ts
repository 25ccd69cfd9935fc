import type { StandIn } from '../server/stand-in.ts'
import { playFrom } from '../stress/jump/jumps.ts'
import type { Earmark } from './app.ts'
import { test as base, expect as expectSoon } from './earmark.ts'
import { type HostileHost, type HostWay, seconds, startHostileHost } from './hostile-audio-server.ts'

const expect = expectSoon.configure({ timeout: 20_000 })
const chapterStarts = [0, 90, 240, 420]

const test = base.extend<{ hostOf: (way: HostWay) => Promise<HostileHost> }>({
  hostOf: async ({}, use) => {
    const hosts: HostileHost[] = []
    await use(async (way) => {
      const host = await startHostileHost(way)
      hosts.push(host)
      return host
    })
    for (const host of hosts) await host.stop()
  },
})

test.setTimeout(120_000)

async function playAudioOf(host: HostileHost, earmark: Earmark, standIn: StandIn): Promise<void> {
  const { address } = host
  await playFrom(earmark, standIn, { address, durationSeconds: seconds, times: chapterStarts })
}

function button({ player }: Earmark, name: string) {
  return player.getByRole('button', { name, exact: true })
}

/** What the element is set to, which is what is heard. */
function element({ page }: Earmark): Promise<{ rate: number; muted: boolean; paused: boolean }> {
  return page.evaluate(() => {
    const { Howler } = globalThis as unknown as {
      Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    const node = Howler._howls.at(-1)?._sounds[0]?._node
    if (node === undefined) throw new Error('nothing is open')
    return { rate: node.playbackRate, muted: node.muted, paused: node.paused }
  })
}

async function expectClockBetween({ audioClock }: Earmark, from: number, to: number): Promise<void> {
  await expect.poll(audioClock).toBeGreaterThanOrEqual(from)
  expect(await audioClock()).toBeLessThan(to)
}

async function expectClockToMove({ audioClock }: Earmark): Promise<void> {
  const from = (await audioClock()) ?? 0
  await expect.poll(audioClock).toBeGreaterThan(from)
}

/** Those that need no jump, which work whatever the host is like. */
async function pauseRateAndMute(earmark: Earmark): Promise<void> {
  const { page } = earmark
  await button(earmark, 'Pause').click()
  await expect.poll(async () => (await element(earmark)).paused).toBe(true)
  const stoodAt = await earmark.audioClock()
  await button(earmark, 'Play').click()
  await expectClockToMove(earmark)
  expect(await earmark.audioClock()).toBeLessThan((stoodAt ?? 0) + 10)
  await button(earmark, 'Volume').click()
  for (const muted of [true, false]) {
    await button(earmark, 'Mute').click()
    await expect.poll(async () => (await element(earmark)).muted).toBe(muted)
  }
  await page.keyboard.press('Escape')
  await button(earmark, 'Playback speed').click()
  await page.getByRole('group', { name: 'Common speeds' }).getByRole('button').last().click()
  await expect.poll(async () => (await element(earmark)).rate).toBeGreaterThan(1)
  await page
    .getByRole('group', { name: 'Common speeds' })
    .getByRole('button', { name: /^1(?:\.0)?\s*×/ })
    .click()
  await expect.poll(async () => (await element(earmark)).rate).toBe(1)
  await page.keyboard.press('Escape')
}

async function jumpEverywhere(earmark: Earmark): Promise<void> {
  const { page, player } = earmark
  await page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 3$/ })
    .click()
  await expectClockBetween(earmark, 240, 255)
  await button(earmark, 'Forward 30 seconds').click()
  await expectClockBetween(earmark, 270, 295)
  await button(earmark, 'Back 15 seconds').click()
  await expectClockBetween(earmark, 255, 290)
  await button(earmark, 'Next chapter').click()
  await expectClockBetween(earmark, 420, 435)
  await player.getByRole('slider', { name: 'Seek' }).press('Home')
  await expectClockBetween(earmark, 0, 15)
}

for (const way of ['slow', 'wrong-type'] as const) {
  test(`every control is heeded by audio from a host that is ${way}, to its end`, async ({
    start,
    standIn,
    hostOf,
  }) => {
    const earmark = await start()
    await playAudioOf(await hostOf(way), earmark, standIn)
    await pauseRateAndMute(earmark)
    await jumpEverywhere(earmark)
    await earmark.player.getByRole('slider', { name: 'Seek' }).press('End')
    await expect.poll(earmark.audioClock).toBeGreaterThan(seconds - 1)
    await expect(button(earmark, 'Play')).toBeVisible()
  })
}

test('a chapter past the end of the audio is told, and the episode is not finished by it', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  const { page } = earmark
  const { address } = await hostOf('wrong-type')
  const times = [...chapterStarts, seconds * 2]
  await playFrom(earmark, standIn, { address, durationSeconds: seconds * 3, times })
  await expectClockToMove(earmark)
  const chapters = page.getByRole('list', { name: 'Chapters' })
  await chapters.getByRole('button', { name: /Jump 5$/ }).click()
  await expect(page.getByText('past the end of this audio').first()).toBeVisible()
  await expectClockBetween(earmark, 0, 60)
  await expect(button(earmark, 'Pause')).toBeVisible()
  await chapters.getByRole('button', { name: /Jump 3$/ }).click()
  await expectClockBetween(earmark, 240, 300)
})

test('a press on Pause counts, although the ring that it met is gone before it is let go', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  const { page } = earmark
  await playAudioOf(await hostOf('slow'), earmark, standIn)
  await page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 3$/ })
    .click()
  const pause = button(earmark, 'Pause')
  const { x, y, width, height } = (await pause.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 2, y + height / 2)
  await expect(pause.locator('span').first()).toBeVisible()
  await page.mouse.down()
  await expect(pause).not.toHaveAttribute('aria-busy')
  await page.mouse.up()
  await expect(button(earmark, 'Play')).toBeVisible()
})

test('audio that stops arriving keeps the place and says so, and goes on from there when asked', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  const host = await hostOf('cut')
  await playAudioOf(host, earmark, standIn)
  await earmark.page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 2$/ })
    .click()
  const again = earmark.player.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible({ timeout: 45_000 })
  await expect(
    earmark.player.getByText(/could not be reached|stopped arriving|no answer|cut off/i),
  ).toBeVisible()
  host.becomes('good')
  await again.click()
  await expectClockBetween(earmark, 90, 105)
})

test('audio that cannot be jumped in plays on, and says so with the download as a way', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  await playAudioOf(await hostOf('without-ranges'), earmark, standIn)
  await pauseRateAndMute(earmark)
  const before = (await earmark.audioClock()) ?? 0
  await earmark.page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 4$/ })
    .click()
  await expect
    .poll(async () => {
      const clock = (await earmark.audioClock()) ?? 0
      const isTold = await earmark.page
        .getByText(/lets no one jump in it/)
        .first()
        .isVisible()
      return clock >= 420 || (isTold && clock >= before && clock < 90)
    })
    .toBe(true)
  await expectClockToMove(earmark)
})

test('a web page that calls itself audio is told, and another address plays', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  const page = await hostOf('page')
  const good = await hostOf('good')
  const { title, slug } = standIn.episode('day-two-devops', 0)
  standIn.break('publisher', { status: 404 })
  standIn.change('day-two-devops', slug, { durationSeconds: seconds })
  await earmark.addPodcast('day-two-devops')
  await earmark.openEpisode(title)
  await earmark.page.getByRole('button', { name: 'Play episode' }).click()
  await earmark.page.getByRole('textbox', { name: 'Audio address' }).fill(page.address)
  await earmark.page.keyboard.press('Enter')
  await expect(earmark.page.getByText(/not audio/).first()).toBeVisible()
  await earmark.page.getByRole('textbox', { name: 'Audio address' }).fill(good.address)
  await earmark.page.keyboard.press('Enter')
  await expect.poll(earmark.audioClock).toBeGreaterThan(0.2)
})

test('audio that is half as long as it says ends where it ends, or says why, and keeps the place', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  await playAudioOf(await hostOf('wrong-length'), earmark, standIn)
  await earmark.page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 3$/ })
    .click()
  await expectClockBetween(earmark, 240, 255)
  // Beyond what there is.
  await earmark.page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 4$/ })
    .click()
  await expect(
    button(earmark, 'Play')
      .or(earmark.player.getByRole('button', { name: /Try again|Show episode/ }))
      .or(earmark.page.getByText('past the end of this audio'))
      .first(),
  ).toBeVisible()
  await earmark.page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('button', { name: /Jump 2$/ })
    .click()
  await expectClockBetween(earmark, 90, 105)
  await expectClockToMove(earmark)
})

test('audio without a length and without an end plays, and heeds what needs no length', async ({
  start,
  standIn,
  hostOf,
}) => {
  const earmark = await start()
  await playAudioOf(await hostOf('live'), earmark, standIn)
  await pauseRateAndMute(earmark)
  await expect(earmark.player).not.toContainText(/Infinity|NaN/)
})
