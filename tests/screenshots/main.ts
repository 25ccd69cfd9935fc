// Makes the pictures in build/screenshots/ anew: `npm run screenshots [-- NAME…]`. Real Electron, the stand-in's
// catalogue from one seed, so that two runs show the same.
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type Earmark, launch, meet, windowOf } from '../e2e/app.ts'
import { exportTo, lookInto } from '../e2e/archive-acts.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { heardForAMonth, heardFurtherOn, heardInPart } from './heard-library.ts'

type Scene = {
  name: string
  episodesPerPodcast?: number
  show: (earmark: Earmark, standIn: StandIn) => Promise<void>
}

const folder = resolve('build/screenshots')
const slug = 'day-two-devops'

const scenes: Scene[] = [
  { name: 'first-start', show: async ({ episodes }) => expect(episodes).toHaveCount(3) },
  { name: 'library', show: playingWithNotes },
  {
    name: 'offline',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await standIn.stop()
      await earmark.page.getByRole('button', { name: 'Request transcript' }).click()
      await expect(earmark.page.getByRole('status').filter({ hasText: /offline/i })).toBeVisible()
    },
  },
  {
    name: 'no-audio',
    show: async (earmark, standIn) => {
      standIn.break('publisher', { status: 404 })
      await earmark.addPodcast(slug)
      await earmark.openEpisode(standIn.episode(slug, 0).title)
      await earmark.page.getByRole('button', { name: 'Play episode' }).click()
      await expect(earmark.page.getByRole('textbox', { name: 'Audio address' })).toBeVisible()
    },
  },
  {
    name: 'long-titles',
    show: async (earmark, standIn) => {
      await earmark.addPodcast(slug)
      const long = Array.from({ length: 30 }, (_, index) => standIn.episode(slug, index)).sort(
        (a, b) => b.title.length - a.title.length,
      )[0]
      if (long !== undefined) await earmark.openEpisode(long.title)
    },
  },
  {
    name: 'changed',
    show: async (earmark, standIn) => {
      const { page } = earmark
      await earmark.addPodcast(slug)
      const { slug: episodeSlug, title, chapters } = standIn.episode(slug, 0)
      await earmark.openEpisode(title)
      standIn.change(slug, episodeSlug, {
        title: `${title}, revised`,
        chapters: chapters.map((chapter, index) =>
          index === 2 ? { ...chapter, startSeconds: chapter.startSeconds + 11 } : chapter,
        ),
      })
      await page.getByRole('button', { name: /^sync/i }).first().click()
      await page
        .getByText(/changed on/)
        .first()
        .click()
      await page.getByRole('insertion').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'fifty-thousand',
    episodesPerPodcast: 12_500,
    show: async (earmark, standIn) => {
      for (const podcast of standIn.podcasts) await earmark.addPodcast(podcast.slug)
      await earmark.page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'Library' })
        .click()
      await expect(earmark.page.getByText(/50,003/).first()).toBeVisible({ timeout: 600_000 })
    },
  },
  {
    name: 'second-home',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await openSecondHome(earmark)
    },
  },
  {
    name: 'held-up',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      const home = join(await earmark.app.evaluate(({ app }) => app.getPath('userData')), 'home')
      await rename(home, `${home} away`)
      await changeNotes(earmark)
      await expect(earmark.page.getByRole('button', { name: 'Choose another folder…' })).toBeVisible()
    },
  },
  { name: 'snapshots', show: withSnapshots },
  {
    name: 'snapshot',
    show: async (earmark, standIn) => {
      await withSnapshots(earmark, standIn)
      await openOldestSnapshot(earmark)
    },
  },
  {
    name: 'bring-back',
    show: async (earmark, standIn) => {
      await withSnapshots(earmark, standIn)
      await openOldestSnapshot(earmark)
      await earmark.page.getByRole('button', { name: 'Bring back all…' }).click()
    },
  },
  {
    name: 'sleep-timer',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await earmark.page.getByRole('button', { name: 'Sleep timer' }).click()
      await earmark.page.getByRole('button', { name: '15 min', exact: true }).click()
    },
  },
  {
    name: 'archive',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await exportTo(earmark, await mkdtemp(join(tmpdir(), 'earmark-archive-')), 'Folder')
    },
  },
  { name: 'import-archive', show: importing },
  {
    name: 'imported-archive',
    show: async (earmark, standIn) => {
      await importing(earmark, standIn)
      await earmark.page.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(earmark.page.getByText(/^The archive was imported/).last()).toBeVisible()
    },
  },
  { name: 'downloads', show: downloading },
  {
    name: 'podcast-details',
    show: async (earmark) => {
      await earmark.addPodcast(slug)
      await earmark.page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click()
      await earmark.page.getByRole('menuitem', { name: 'Details' }).click()
      await earmark.page.getByRole('switch').click()
    },
  },
  {
    name: 'heard',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await heardInPart(earmark, standIn)
      await earmark.page.getByRole('group', { name: 'Where to continue' }).getByRole('button').first().click()
      await expect(earmark.page.getByRole('checkbox', { name: 'Heard' }).first()).toBeChecked()
    },
  },
  {
    name: 'where-to-continue',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await heardFurtherOn(earmark, standIn)
      await expect(earmark.page.getByRole('group', { name: 'Where to continue' })).toBeVisible()
    },
  },
  {
    name: 'figures',
    show: async (earmark, standIn) => {
      await playingWithNotes(earmark, standIn)
      await heardForAMonth(earmark, standIn)
      await openFigures(earmark)
      await expect(earmark.page.getByRole('table', { name: 'By topic' })).toBeVisible()
    },
  },
  { name: 'figures-empty', show: openFigures },
  ...(['Up next', 'Highlights', 'Notes', 'Topics', 'Requests', 'Settings'] as const).map(
    (place): Scene => ({
      name: place.toLowerCase().replace(' ', '-'),
      show: async (earmark, standIn) => {
        await playingWithNotes(earmark, standIn)
        await earmark.page
          .getByRole('navigation', { name: 'Main' })
          .getByRole('link', { name: place })
          .click()
      },
    }),
  ),
]

async function playingWithNotes(earmark: Earmark, standIn: StandIn): Promise<void> {
  const { page, player, addPodcast, openEpisode, audioClock } = earmark
  for (const podcast of standIn.podcasts.slice(1, 4)) await addPodcast(podcast.slug)
  await addPodcast(slug)
  await openEpisode(standIn.episode(slug, 0).title)
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  for (const [chapter, text] of [
    [1, 'Ask the team: who may stop a roll-out at night?'],
    [3, 'Compare with *our* runbook for **region loss**.'],
  ] as const) {
    await chapters.nth(chapter).click()
    await expect(chapters.nth(chapter)).toHaveAttribute('aria-current', 'true')
    await expect.poll(audioClock).toBeGreaterThan(1)
    await player.getByRole('button', { name: 'Add note' }).click()
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill(text)
    await page.getByRole('button', { name: 'Save note' }).click()
  }
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
}

/** One in each of the states that a download can be in; the last one that was begun is shown. */
async function downloading(earmark: Earmark, standIn: StandIn): Promise<void> {
  const { page, addPodcast, openEpisode } = earmark
  await addPodcast(slug)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const begin = async (number: number): Promise<void> => {
    await openEpisode(standIn.episode(slug, number).title)
    await button('Download').click()
  }
  await begin(4)
  await expect(button('Remove download')).toBeVisible({ timeout: 60_000 })
  standIn.break('audio', { answer: 'html' })
  await begin(3)
  await expect(button('Download again')).toBeVisible()
  standIn.break('audio', { answer: 'slow', bytesPerSecond: 1_200_000 })
  await begin(2)
  await expect(page.getByText(/% of .*left/)).toBeVisible()
  await button('Pause download').click()
  for (const number of [5, 7, 0]) await begin(number)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Downloads' }).click()
  await page.getByRole('list', { name: 'Downloaded episodes' }).getByRole('button').nth(3).click()
  await expect(page.getByRole('article').getByText(/left/)).toBeVisible()
}

async function openFigures({ page }: Earmark): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Figures' }).click()
}

async function openSecondHome({ page }: Earmark): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page
    .getByRole('region', { name: 'Second home' })
    .getByRole('button', { name: 'Check now' })
    .scrollIntoViewIfNeeded()
}

async function withSnapshots(earmark: Earmark, standIn: StandIn): Promise<void> {
  const { page } = earmark
  await playingWithNotes(earmark, standIn)
  await takeSnapshot(page)
  await changeNotes(earmark)
  await takeSnapshot(page)
  await openSecondHome(earmark)
  await page.getByRole('button', { name: 'Snapshots…' }).click()
  await expect(page.getByRole('list', { name: 'Snapshots' }).getByRole('listitem')).toHaveCount(2)
}

/** What another library would bring into this one, which has a few of its things itself. */
async function importing(earmark: Earmark, standIn: StandIn): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-archive-'))
  const archive = join(folder, 'From my other computer.zip')
  const other = await startOn(join(folder, 'other'), standIn)
  await playingWithNotes(other, standIn)
  await exportTo(other, archive, 'Zip file')
  await other.quit()
  await playingWithNotes(earmark, standIn)
  await expect(await lookInto(earmark, archive, 'Zip file')).toBeVisible()
}

async function startOn(dataDirectory: string, standIn: StandIn): Promise<Earmark> {
  const app = await launch(dataDirectory, standIn.url)
  return meet(app, await windowOf(app))
}

async function openOldestSnapshot({ page }: Earmark): Promise<void> {
  await page.getByRole('list', { name: 'Snapshots' }).getByRole('button').last().click()
  await expect(page.getByRole('list', { name: 'Notes of the snapshot' })).toBeVisible()
}

async function changeNotes({ page, player }: Earmark): Promise<void> {
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await notes
    .getByRole('button', { name: /^delete/i })
    .first()
    .click()
  await notes.getByRole('button', { name: /^edit/i }).first().click()
  const editor = page.getByRole('textbox', { name: 'Note', exact: true })
  await editor.fill('Compare with our runbook, and ask who wrote it.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await player.getByRole('button', { name: 'Add note' }).click()
  await editor.fill('Written since the snapshot.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(notes).toContainText('Written since')
}

/** They are taken by themselves minutes after a change, and pictures do not wait for that. */
async function takeSnapshot(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { earmark } = globalThis as unknown as {
      earmark: { call: (name: string, input: null, id: string) => Promise<unknown> }
    }
    await earmark.call('home.take-snapshot', null, crypto.randomUUID())
  })
}

async function photograph({ app, page }: Earmark, name: string): Promise<void> {
  for (const [width, height] of [
    [1280, 800],
    [900, 700],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    )
    await page.waitForFunction((wanted) => innerWidth === wanted, width)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(() => document.fonts.ready)
      const size = width === 1280 ? '' : `-${width}`
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}${size}.png`) })
    }
  }
}

await mkdir(folder, { recursive: true })
const wanted = process.argv.slice(2)
for (const scene of scenes) {
  if (wanted.length > 0 && !wanted.includes(scene.name)) continue
  const standIn = await startStandIn({
    seed: 7,
    podcasts: 4,
    episodesPerPodcast: scene.episodesPerPodcast ?? 60,
  })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-pictures-'))
  const app = await launch(dataDirectory, standIn.url)
  try {
    const earmark = meet(app, await windowOf(app))
    await scene.show(earmark, standIn)
    await photograph(earmark, scene.name)
    process.stderr.write(`${scene.name}\n`)
  } finally {
    app.process().kill('SIGKILL')
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}
