import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect as expectSoon } from '@playwright/test'
import { median } from '../bench/machine/quantile.ts'
import type { Earmark } from '../e2e/app.ts'
import { randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { startEarmark } from './acts.ts'
import { serveAudio } from './jump/audio-server.ts'
import { bareJumps } from './jump/bare-jumps.ts'
import { errorsOf, jumpToAll, playFrom, refusedJumps } from './jump/jumps.ts'
import { encodersMissing, type MadeAudio, madeRecordings } from './jump/made-audio.ts'
import type { StressRun } from './run.ts'

const expect = expectSoon.configure({ timeout: 60_000 })
const usualMoments = 40
const recordingSeconds = 1800
/** In seconds, of what is heard beside what the clock says. */
const mostError = 0.3
const warning = 'As a stream, this recording does not tell where its moments are'

type JumpFigures = {
  jumps: number
  /** By recording. */
  downloaded: Record<string, Errors>
  /** The same jumps in the same recording as a stream. */
  streamed: Record<string, Errors>
  /** And by an element with nothing around it, on that stream. */
  bare: Record<string, Errors>
  /** Of a stream, the chapters that lie past the end it is taken to have: each was refused with a sentence. */
  refused: Record<string, number>
  /** Whether the app says of the stream that it cannot be trusted, and offers the download. */
  warned: Record<string, boolean>
  durations: Record<string, string>
}
/** A chapter that begins closer to the end than this is over before it is heard. */
const nearestToEnd = 5

type Errors = { median: number; longest: number }

export const jumpRun: StressRun = {
  usage: '[--moments N] [--plan NAME-OF-RECORDING]',
  run: async ({ seed, moments, plan, say }) => {
    const root = await mkdtemp(join(tmpdir(), 'earmark-jump-'))
    try {
      const made = await madeRecordings(root, recordingSeconds).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          throw new Error(encodersMissing)
        throw error
      })
      const figures: JumpFigures = {
        jumps: moments ?? usualMoments,
        downloaded: {},
        streamed: {},
        bare: {},
        refused: {},
        warned: {},
        durations: {},
      }
      for (const recording of made.filter(({ name }) => plan === null || name.includes(plan))) {
        await jumpIn(recording, { seed, root, figures, say })
      }
      const errors = Object.values(figures.downloaded)
      const landed = errors.length > 0 && errors.every(({ longest }) => longest <= mostError)
      // A stream that misses has to say so.
      const told = Object.entries(figures.streamed).every(
        ([name, { longest }]) => longest <= mostError || figures.warned[name] === true,
      )
      return { figures, passed: landed && told && lengthsAreRight(figures) }
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

type Run = { seed: number; root: string; figures: JumpFigures; say: (line: string) => void }

async function jumpIn({ name, path }: MadeAudio, { seed, root, figures, say }: Run): Promise<void> {
  const random = randomFor('jump', seed, name)
  // One in each piece of the recording, and none close before the next: a chapter that is over at once is not seen to play.
  const pieceSeconds = (recordingSeconds - 20) / figures.jumps
  const times = Array.from({ length: figures.jumps }, (_, number) =>
    Math.round(5 + pieceSeconds * (number + random.fraction() * 0.7)),
  )
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: 1 })
  const server = await serveAudio([path])
  const dataDirectory = join(root, `data-${name}`)
  try {
    const address = `${server.origin}/${basename(path)}`
    const first = await startEarmark(dataDirectory, standIn)
    await playFrom(first, standIn, { address, durationSeconds: recordingSeconds, times })
    // Where the element takes the recording for shorter than it is, it is refused to go past that end.
    const endSeconds = await audioSeconds(first)
    const reached = times.filter((seconds) => seconds < endSeconds - nearestToEnd)
    figures.refused[name] = await refusedJumps(
      first,
      times.flatMap((seconds, index) => (seconds > endSeconds ? [index] : [])),
    )
    figures.streamed[name] = asErrors(errorsOf(await jumpToAll(first, reached)))
    figures.warned[name] = await first.page.getByText(warning).isVisible()
    await first.player.getByRole('button', { name: 'Pause', exact: true }).click()
    figures.bare[name] = asErrors(errorsOf(await bareJumps(first.page, reached)))
    await first.page.getByRole('button', { name: 'Download', exact: true }).click()
    await expect(first.page.getByRole('button', { name: 'Remove download' })).toBeVisible()
    await first.quit()
    figures.downloaded[name] = asErrors(await jumpsInDownload(dataDirectory, standIn, times, figures, name))
    say(
      `${name}: ${JSON.stringify(figures.downloaded[name])}, streamed ${JSON.stringify(figures.streamed[name])}${figures.warned[name] === true ? ' with a warning' : ''}, refused ${figures.refused[name]}, bare ${JSON.stringify(figures.bare[name])}, ${figures.durations[name]} s long`,
    )
  } finally {
    await server.stop()
    await standIn.stop()
  }
}

async function jumpsInDownload(
  dataDirectory: string,
  standIn: StandIn,
  times: readonly number[],
  figures: JumpFigures,
  name: string,
): Promise<number[]> {
  const earmark = await startEarmark(dataDirectory, standIn)
  await earmark.page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(earmark.audioClock).toBeGreaterThan(0.2)
  const errors = errorsOf(await jumpToAll(earmark, times))
  figures.durations[name] = String(await audioSeconds(earmark))
  await earmark.quit()
  return errors
}

/** How long the element takes the audio to be. */
async function audioSeconds({ page }: Earmark): Promise<number> {
  const seconds = await page.evaluate(() => {
    const { Howler } = globalThis as unknown as {
      Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    return Howler._howls.at(-1)?._sounds[0]?._node.duration
  })
  return seconds ?? Number.NaN
}

function lengthsAreRight({ durations }: JumpFigures): boolean {
  return Object.values(durations).every(
    (seconds) => Math.abs(Number(seconds) - recordingSeconds) <= mostError,
  )
}

function asErrors(errors: readonly number[]): Errors {
  return { median: rounded(median(errors)), longest: rounded(Math.max(...errors)) }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
