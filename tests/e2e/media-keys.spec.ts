import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'
import { type SessionBus, startSessionBus } from './session-bus.ts'

const slug = 'day-two-devops'

function readMetadata(page: Page) {
  return page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession
    if (metadata === null) return null
    const { title, artist, album, artwork } = metadata
    return { title, artist, album, playbackState, artwork: artwork[0]?.src ?? '' }
  })
}

test('the system is told the chapter, the episode, the podcast and a picture that the page may load', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast, openEpisode, audioClock } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  await chapters.nth(2).click()
  await expect.poll(audioClock).toBeGreaterThan(episode.chapters[2]?.startSeconds ?? 0)
  await expect
    .poll(() => readMetadata(page))
    .toMatchObject({
      title: episode.chapters[2]?.title,
      artist: standIn.podcasts.find((podcast) => podcast.slug === slug)?.title,
      album: episode.title,
      playbackState: 'playing',
    })
  const pixels = await page.evaluate(async () => {
    const image = new Image()
    image.src = navigator.mediaSession.metadata?.artwork[0]?.src ?? ''
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
  expect(pixels).toEqual([512, 512])
})

test.describe('on a Linux desktop', () => {
  let bus: SessionBus | null = null
  test.beforeAll(async () => {
    bus = await startSessionBus()
  })
  test.afterAll(() => bus?.stop())

  test('the player stands on the session bus, follows the audio, and its keys act', async ({
    start,
    standIn,
  }) => {
    test.setTimeout(120_000)
    if (bus === null) {
      test.skip(
        true,
        'This machine has no dbus-daemon or no gdbus, so there is no bus to show the player on.',
      )
      return
    }
    const { players, read, press, seekBy, environment } = bus
    const { page, player, addPodcast, openEpisode, audioClock } = await start(environment)
    await addPodcast(slug)
    const episode = standIn.episode(slug, 0)
    const [first, second] = [episode.chapters[0], episode.chapters[1]]
    if (first === undefined || second === undefined) throw new Error('The stand-in’s episode has chapters.')
    await openEpisode(episode.title)
    await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(0).click()
    await expect.poll(players).toHaveLength(1)
    const [name = ''] = await players()
    const facts = () => read(name, 'Player')
    const seconds = async () => Number(/'Position': <int64 (\d+)>/.exec(await facts())?.[1]) / 1_000_000
    const beside = async () => Math.abs((await seconds()) - ((await audioClock()) ?? 0))
    const play = player.getByRole('button', { name: 'Play', exact: true })
    const pause = player.getByRole('button', { name: 'Pause', exact: true })

    expect(await read(name)).toContain("'Identity': <'Earmark'>")
    await expect.poll(facts).toContain("'PlaybackStatus': <'Playing'>")
    await expect.poll(facts).toContain(`'mpris:length': <int64 ${episode.durationSeconds}000000>`)
    await expect.poll(facts).toContain(`<['${standIn.podcasts.find((each) => each.slug === slug)?.title}']>`)
    await expect.poll(beside).toBeLessThan(1.5)

    await press(name, 'Next')
    await expect.poll(audioClock).toBeGreaterThanOrEqual(second.startSeconds)
    await expect.poll(facts).toContain(second.title.slice(0, 12))
    await expect.poll(beside).toBeLessThan(1.5)
    await press(name, 'Pause')
    await expect(play).toBeVisible()
    await expect.poll(facts).toContain("'PlaybackStatus': <'Paused'>")

    // While it stands nothing else tells the system of a jump.
    const stood = (await audioClock()) ?? 0
    await page.keyboard.press('ArrowRight')
    await expect.poll(audioClock).toBeCloseTo(stood + 30, 0)
    await expect.poll(seconds).toBeCloseTo(stood + 30, 0)
    // Chromium hands on the direction and not the amount, so it is the person's own.
    await seekBy(name, 20)
    await expect.poll(audioClock).toBeCloseTo(stood + 60, 0)
    await press(name, 'Play')
    await expect(pause).toBeVisible()
    await expect.poll(audioClock).toBeGreaterThan(stood + 60.5)
    await expect.poll(beside).toBeLessThan(1.5)
    await press(name, 'Stop')
    await expect(play).toBeVisible()
    test.info().annotations.push({ type: 'measured', description: await facts() })
  })
})
