import { copyFileSync, readdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Downloads } from '../../../electron/downloads/downloads.ts'
import { allWritten } from '../../../electron/files/json-file.ts'
import { type ServedAudio, serveAudio } from './served-audio.ts'
import { asked, fileName, id, openIn, someFolder, stateOf } from './some-downloads.ts'

/** What a person, a network and a server can do to a download, at any moment. */
type Act =
  | {
      kind:
        | 'start'
        | 'pause'
        | 'resume'
        | 'remove'
        | 'restore'
        | 'forget'
        | 'restart'
        | 'kill'
        | 'change'
        | 'mend'
    }
  | { kind: 'cut'; afterBytes: number; times: number }
  | { kind: 'slow' | 'without-ranges' | 'nothing' }
  | { kind: 'wait'; ms: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...([
          'start',
          'pause',
          'resume',
          'remove',
          'restore',
          'forget',
          'restart',
          'kill',
          'change',
          'mend',
        ] as const),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      afterBytes: fc.integer({ min: 0, max: 260_000 }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('slow' as const, 'without-ranges' as const, 'nothing' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40 }) }),
  },
)

/** The same address gives files of these lengths in turn. */
const durations = [30, 25, 31]

async function play(acts: readonly Act[]): Promise<void> {
  const audio = await serveAudio(durations[0] ?? 30)
  let folder = await someFolder()
  /** Every file that was ever served: one under the final name is one of them. */
  const served = [audio.bytes()]
  let changes = 0
  let { downloads } = await openIn(folder)
  for (const each of acts) {
    switch (each.kind) {
      case 'restart':
        await downloads.stop()
        await allWritten()
        downloads = (await openIn(folder)).downloads
        break
      case 'kill': {
        const left = await someFolder()
        copyAsItIs(folder, left)
        await downloads.stop()
        folder = left
        downloads = (await openIn(folder)).downloads
        break
      }
      case 'change':
        changes += 1
        audio.change(durations[changes % durations.length] ?? 30)
        served.push(audio.bytes())
        break
      default:
        await doOne(each, downloads, audio)
    }
    await expectWholeOrNothing(folder, served)
  }
  await expectItToEndWell(downloads, audio, served)
}

/**
 * What a process that is killed at this very moment leaves: while this runs, the code that is tested cannot take its next
 * step. The lists first, so that they are as old as anything beside them.
 */
function copyAsItIs(from: string, to: string): void {
  const names = readdirSync(from).sort((one, other) => Number(isList(other)) - Number(isList(one)))
  for (const name of names) {
    try {
      copyFileSync(join(from, name), join(to, name))
    } catch (error) {
      // It was just being renamed.
      if (!String(error).includes('ENOENT')) throw error
    }
  }
}

const isList = (name: string): boolean => name.endsWith('.json')

async function doOne(each: Act, downloads: Downloads, { standIn, url }: ServedAudio): Promise<void> {
  switch (each.kind) {
    case 'start':
      // Not waited for: the next act may come before it has begun.
      void downloads.start(asked(url))
      return
    case 'pause':
    case 'resume':
    case 'remove':
    case 'restore':
    case 'forget':
      void downloads[each.kind](id)
      return
    case 'cut':
      standIn.break('audio', { answer: 'cut-off', afterBytes: each.afterBytes, times: each.times })
      return
    case 'slow':
      standIn.break('audio', { answer: 'slow', bytesPerSecond: 1_000_000 })
      return
    case 'without-ranges':
    case 'nothing':
      standIn.break('audio', { answer: each.kind })
      return
    case 'mend':
      standIn.mend('audio')
      return
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, each.ms))
  }
}

async function expectWholeOrNothing(folder: string, served: readonly Buffer[]): Promise<void> {
  const names = await readdir(folder)
  for (const name of names.filter((each) => each === fileName || each === `${fileName}.removed`)) {
    // It may have been renamed since.
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (bytes !== null) expect(served.some((whole) => whole.equals(bytes))).toBe(true)
  }
}

/** Whatever happened, once nothing is in the way any more it can be had, and is right. */
async function expectItToEndWell(downloads: Downloads, audio: ServedAudio, served: Buffer[]): Promise<void> {
  audio.standIn.mend('audio')
  await vi.waitFor(
    async () => {
      const state = stateOf(downloads)
      if (state === undefined || state === 'failed' || state === 'paused')
        await downloads.start(asked(audio.url))
      expect(stateOf(downloads)).toBe('complete')
    },
    { timeout: 20_000, interval: 20 },
  )
  const bytes = await readFile((await downloads.fileOf(id)) ?? '')
  expect(served.some((whole) => whole.equals(bytes))).toBe(true)
  expect(downloads.list()[0]).toMatchObject({ receivedBytes: bytes.length, problem: null })
}

it('in any order of acts, cuts, changes and restarts, a final name holds a whole file or is not there', {
  timeout: 120_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), play), {
    numRuns: Number(process.env.EARMARK_DOWNLOAD_RUNS ?? 15),
    endOnFailure: false,
    interruptAfterTimeLimit: 90_000,
  })
})

it('is byte for byte right after 50 random cuts, with restarts and changes of the file among them', {
  timeout: 120_000,
}, async () => {
  const audio = await serveAudio(400)
  const folder = await someFolder()
  let { downloads } = await openIn(folder)
  const cuts = fc.sample(fc.integer({ min: 5_000, max: 50_000 }), { numRuns: 50, seed: 5 })
  const next = async (): Promise<void> => {
    const afterBytes = cuts.pop()
    if (afterBytes === undefined) {
      audio.standIn.mend('audio')
      return
    }
    audio.standIn.break('audio', { answer: 'cut-off', afterBytes })
    if (cuts.length % 20 === 9) audio.change(380 + cuts.length)
    if (cuts.length % 8 !== 3) return
    await downloads.stop()
    await allWritten()
    downloads = (await openIn(folder)).downloads
  }
  await next()
  await downloads.start(asked(audio.url))
  let requests = 0
  await vi.waitFor(
    async () => {
      if (audio.ranges().length > requests) {
        requests = audio.ranges().length
        await next()
      }
      if (stateOf(downloads) === 'failed') await downloads.resume(id)
      expect(stateOf(downloads)).toBe('complete')
    },
    { timeout: 100_000, interval: 1 },
  )
  expect(cuts).toEqual([])
  const bytes = await readFile((await downloads.fileOf(id)) ?? '')
  expect(bytes.equals(audio.bytes())).toBe(true)
})
