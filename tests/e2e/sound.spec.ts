import type { Page } from '@playwright/test'
import { z } from 'zod'
import { heardSchema, type PlayedSitting } from '../../shared/models/heard.ts'
import { readRecords } from '../both-homes.ts'
import type { SoundPart } from '../renderer/player/graph/made-sound.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'
import { contextStates, levelWithin, readElement, takePieces, tapOutput } from './output-tap.ts'
import { serveSpeech } from './spoken-audio.ts'

const slug = 'day-two-devops'
const servers: (() => void)[] = []
test.afterEach(() => {
  for (const stop of servers.splice(0)) stop()
})

async function playSpeech(earmark: Earmark, title: string, parts: readonly SoundPart[]): Promise<void> {
  const { url, stop } = await serveSpeech(parts)
  servers.push(stop)
  const { page, openEpisode } = earmark
  await openEpisode(title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await page.getByRole('textbox', { name: 'Audio address' }).fill(url)
  await page.getByRole('button', { name: 'Use address' }).click()
}

const pauseSeconds = 3
const talk: SoundPart[] = [
  { seconds: 2, voice: -20, room: -70 },
  { seconds: pauseSeconds, room: -70 },
  { seconds: 2, voice: -20, room: -70 },
  { seconds: pauseSeconds, room: -70 },
  { seconds: 30, voice: -20, room: -70 },
]
const talkedSeconds = 11

/** Plays from where it is until the element's clock is past a moment; how long that took, and where it was fast. */
function playThrough(page: Page, untilSeconds: number) {
  return page.evaluate(async (until) => {
    const { Howler } = globalThis as unknown as {
      Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    const element = Howler._howls.at(-1)?._sounds[0]?._node
    if (element === undefined) throw new Error('Nothing is open.')
    const fast: [number, number][] = []
    let begun: number | null = null
    element.addEventListener('ratechange', () => {
      const at = element.currentTime
      if (element.playbackRate > 1) begun ??= at
      else if (begun !== null) {
        fast.push([begun, at])
        begun = null
      }
    })
    const from = { seconds: element.currentTime, ms: performance.now() }
    while (element.currentTime < until) await new Promise((resolve) => setTimeout(resolve, 10))
    const passed = element.currentTime - from.seconds
    return { passed, tookSeconds: (performance.now() - from.ms) / 1000, fast }
  }, untilSeconds)
}

async function sittingsOf(page: Page): Promise<PlayedSitting[]> {
  const { heard = [] } = await page.evaluate(readRecords)
  const pieces = z.array(heardSchema).parse(heard.map(({ row }) => row))
  return pieces.flatMap((piece) => (piece.how === 'played' ? [piece] : []))
}

test('silence is played fast when the person wants it, what that saves is told, and all of it counts as heard', async ({
  start,
  standIn,
}) => {
  test.setTimeout(120_000)
  standIn.break('publisher', { status: 404 })
  const earmark = await start()
  const { page, player, addPodcast } = earmark
  await addPodcast(slug)
  await tapOutput(page)
  await playSpeech(earmark, standIn.episode(slug, 0).title, talk)
  await expect.poll(earmark.audioClock).toBeGreaterThan(0.2)

  const usual = await playThrough(page, 5.5)
  expect(Math.abs(usual.tookSeconds - usual.passed)).toBeLessThan(0.4)
  expect(usual.fast).toEqual([])
  // Nothing was put between the element and the loudspeakers.
  expect(await contextStates(page)).toEqual([])

  await player.getByRole('slider', { name: 'Seek' }).focus()
  const leftAtSeconds = await earmark.audioClock()
  await page.keyboard.press('Home')
  await expect.poll(earmark.audioClock).toBeLessThan(2)
  await page.keyboard.press('Shift+T')
  await expect.poll(() => contextStates(page)).toEqual(['running'])
  const trimmed = await playThrough(page, talkedSeconds)
  const saved = trimmed.passed - trimmed.tookSeconds
  // Of each pause a quarter of a second stays, and the rest takes a quarter of its time.
  const most = 2 * (pauseSeconds - 0.25) * 0.75
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ saved, most, ...trimmed }) })
  expect(saved).toBeGreaterThan(most - 0.8)
  expect(saved).toBeLessThan(most + 0.3)
  // A machine that is busy may wait for audio within a pause, and then listens anew.
  for (const [from, to] of trimmed.fast) {
    const spokenSeconds = from < 2 + pauseSeconds ? 2 : 4 + pauseSeconds
    expect(from).toBeGreaterThan(spokenSeconds + 0.2)
    expect(to).toBeLessThan(spokenSeconds + pauseSeconds + 1)
  }
  // Of the first word some hundredths of a second go by fast; more on a machine that is busy.
  const late = trimmed.fast.map(([, to]) => to - (to < 7 ? 5 : 10))
  expect(Math.min(...late)).toBeLessThan(0.3)
  await expect(player.getByRole('button', { name: 'Playback speed' })).toHaveText('1×')

  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await player.getByRole('button', { name: 'Volume' }).click()
  const told = page.getByText(/^Saved 0:0[34] so far\.$/)
  await expect(told).toBeVisible()
  const endOf = (pieces: PlayedSitting[]) =>
    Math.max(...pieces.flatMap(({ intervals }) => intervals.map(([, to]) => to)))
  await expect
    .poll(async () => endOf(await sittingsOf(page)), { message: 'what was heard up to the pause is written' })
    .toBeGreaterThan(talkedSeconds - 0.2)
  const sittings = await sittingsOf(page)
  expect(sittings.flatMap(({ intervals }) => intervals)).toHaveLength(1)
  const spent = sittings.reduce((sum, { spentSeconds }) => sum + spentSeconds, 0)
  const played = (leftAtSeconds ?? 0) + endOf(sittings)
  expect(Math.abs(played - spent - saved)).toBeLessThan(1)
  await expect.poll(() => contextStates(page)).toEqual(['suspended'])
})

const quietThenLoud: SoundPart[] = [
  { seconds: 4, voice: -38 },
  { seconds: 2, voice: -2 },
  { seconds: 60, voice: -38 },
]

test('boost lifts a quiet voice by more than 10 dB, and no sample of a loud one is clipped', async ({
  start,
  standIn,
}) => {
  standIn.break('publisher', { status: 404 })
  test.setTimeout(180_000)
  const earmark = await start()
  const { page, player, addPodcast, audioClock } = earmark
  await addPodcast(slug)
  await tapOutput(page)
  await playSpeech(earmark, standIn.episode(slug, 0).title, quietThenLoud)
  await expect.poll(audioClock).toBeGreaterThan(0.1)
  await page.keyboard.press('Shift+B')
  await expect.poll(audioClock, { timeout: 45_000 }).toBeGreaterThan(6)
  const boosted = await takePieces(page)
  const quiet = levelWithin(boosted, [1, 3.8])
  const peak = Math.max(...boosted.map((piece) => piece.peak))

  // Off again, the same way to the loudspeakers passes everything on as it is.
  await page.keyboard.press('Shift+B')
  await player.getByRole('slider', { name: 'Seek' }).focus()
  await page.keyboard.press('Home')
  await expect.poll(audioClock).toBeLessThan(3)
  await takePieces(page)
  await expect.poll(audioClock, { timeout: 45_000 }).toBeGreaterThan(3.9)
  const plain = levelWithin(await takePieces(page), [1, 3.8])
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ quiet, plain, peak }) })
  expect(quiet - plain).toBeGreaterThan(10)
  expect(peak).toBeGreaterThan(0.7)
  expect(peak).toBeLessThanOrEqual(1)
})

test('with both on, every control does what it does without', async ({ start, standIn }) => {
  test.setTimeout(180_000)
  standIn.break('publisher', { status: 404 })
  const earmark = await start()
  const { page, player, addPodcast, audioClock } = earmark
  await addPodcast(slug)
  await tapOutput(page)
  const play = player.getByRole('button', { name: 'Play', exact: true })
  const pause = player.getByRole('button', { name: 'Pause', exact: true })
  await player.getByRole('button', { name: 'Volume' }).click()
  await page.getByRole('switch', { name: 'Boost voices' }).click()
  await page.getByRole('switch', { name: 'Trim silence' }).click()
  await page.keyboard.press('Escape')
  await playSpeech(earmark, standIn.episode(slug, 0).title, [{ seconds: 100, voice: -20, room: -70 }])
  await expect.poll(audioClock).toBeGreaterThan(0.5)

  await test.step('pause and play', async () => {
    await pause.click()
    await expect.poll(() => contextStates(page)).toEqual(['suspended'])
    const stood = (await readElement(page)).clockSeconds
    await play.click()
    await expect.poll(audioClock).toBeGreaterThan(stood + 0.5)
    expect(await contextStates(page)).toEqual(['running'])
  })

  await test.step('seek, also while paused', async () => {
    await player.getByRole('button', { name: 'Forward 30 seconds' }).click()
    await expect.poll(audioClock).toBeGreaterThan(30)
    expect((await readElement(page)).clockSeconds).toBeLessThan(36)
    await pause.click()
    await player.getByRole('button', { name: 'Back 15 seconds' }).click()
    await expect.poll(audioClock).toBeLessThan(24)
    const stood = (await readElement(page)).clockSeconds
    await play.click()
    await expect.poll(audioClock).toBeGreaterThan(stood + 0.3)
  })

  await test.step('rate', async () => {
    for (let step = 0; step < 5; step += 1) await page.keyboard.press(']')
    await expect.poll(async () => (await readElement(page)).rate).toBeCloseTo(1.5)
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('[')
    await expect.poll(async () => (await readElement(page)).rate).toBeCloseTo(1)
  })

  await test.step('volume and mute, which are no silence of the audio', async () => {
    const level = async () => {
      await takePieces(page)
      const from = (await readElement(page)).clockSeconds
      await expect.poll(audioClock).toBeGreaterThan(from + 1.2)
      return levelWithin(await takePieces(page), [from + 0.2, Number.POSITIVE_INFINITY])
    }
    const whole = await level()
    await player.getByRole('button', { name: 'Volume' }).click()
    await page.getByRole('slider', { name: 'Volume' }).fill('0.1')
    const tenth = await level()
    expect(whole - tenth).toBeGreaterThan(17)
    expect(whole - tenth).toBeLessThan(23)
    await page.getByRole('button', { name: 'Mute' }).click()
    const from = await readElement(page)
    expect(await level()).toBeLessThan(-100)
    expect((await readElement(page)).rate).toBe(1)
    expect(from.rate).toBe(1)
    await page.getByRole('button', { name: 'Mute' }).click()
    await page.getByRole('slider', { name: 'Volume' }).fill('1')
    await page.keyboard.press('Escape')
  })

  await test.step('another source, to its end', async () => {
    await playSpeech(earmark, standIn.episode(slug, 1).title, [
      { seconds: 1, voice: -20, room: -70 },
      { seconds: 2, room: -70 },
      { seconds: 1, voice: -20, room: -70 },
    ])
    await expect.poll(audioClock).toBeLessThan(3)
    await takePieces(page)
    await expect.poll(audioClock).toBeGreaterThan(3.9)
    expect(levelWithin(await takePieces(page), [3.2, 4])).toBeGreaterThan(-22)
    await expect.poll(() => contextStates(page)).toEqual(['suspended'])
    await expect(play).toBeVisible()
    await play.click()
    await expect.poll(audioClock).toBeLessThan(3)
    await expect(pause).toBeVisible()
  })

  await test.step('a restart keeps both', async () => {
    await earmark.quit()
    const again = await start()
    await again.player.getByRole('button', { name: 'Volume' }).click()
    await expect(again.page.getByRole('switch', { name: 'Boost voices' })).toBeChecked()
    await expect(again.page.getByRole('switch', { name: 'Trim silence' })).toBeChecked()
    await expect(again.page.getByText(/^Saved 0:0\d so far\.$/)).toBeVisible()
  })
})
