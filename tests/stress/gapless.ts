import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import fc from 'fast-check'
import { inBarePage } from '../bench/applying/bare-page.ts'
import { buildPage } from '../bench/applying/build-page.ts'
import { serveFolder } from '../bench/applying/file-server.ts'
import { wavBytes, wavLength } from '../server/audio/wav.ts'
import { ask, check, durationSeconds, newModel, passTime } from './gapless/model.ts'
import type { Ask, RealPlayer } from './gapless/page/page.ts'
import { serveAudio } from './jump/audio-server.ts'
import type { StressRun } from './run.ts'

const usualRuns = 10
const usualOperations = 200
/** Some are told in one task, as quick fingers and code do; the mean of 1 to 4, of which fast-check gives more of the small. */
const meanOfBurst = 2.2

export const gaplessRun: StressRun = {
  usage: '[--moments N]',
  run: async ({ seed, moments, say }) => {
    const runs = moments ?? usualRuns
    const figures = await playAtRandom({ seed, runs, operations: usualOperations, say })
    return { figures, passed: figures.counterexample === null }
  },
}

type Plan = { seed: number; runs: number; operations: number; say: (line: string) => void }
type Played = { runs: number; operations: number; counterexample: string | null }

/** Tells the real engine, with Howler and real audio in a real window, anything in any order, and compares it with a model of it. */
export async function playAtRandom({ seed, runs, operations, say }: Plan): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-gapless-'))
  const paths = ['first.wav', 'second.wav'].map((name) => join(folder, name))
  const last = wavLength(durationSeconds) - 1
  for (const path of paths) {
    await writeFile(path, Buffer.concat([...wavBytes(durationSeconds, { first: 0, last })]))
  }
  const audio = await serveAudio(paths)
  await buildPage(join(import.meta.dirname, 'gapless', 'page'), join(folder, 'page'))
  const server = await serveFolder(join(folder, 'page'))
  const sources = ['first', 'second'].map(
    (name) => `source=${encodeURIComponent(`${audio.origin}/${name}.wav`)}`,
  )
  const played: Played = { runs: 0, operations: 0, counterexample: null }
  try {
    const address = `${server.url}/index.html?${sources.join('&')}`
    await inBarePage(address, join(folder, 'profile'), async (page) => {
      await page.waitForFunction(() => 'player' in globalThis)
      const bursts = Math.round(operations / meanOfBurst)
      const many = fc.array(burst, { minLength: bursts, maxLength: bursts })
      const property = fc.asyncProperty(many, async (asked) => {
        played.operations += await playAll(page, asked).catch((error: unknown) => {
          // Shrinking plays for a long time yet.
          say(`a counterexample of ${asked.flat().length} operations: ${String(error)}`)
          throw error
        })
        played.runs += 1
        say(`run ${played.runs}: ${asked.flat().length} operations`)
      })
      const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: runs })
      if (failed) played.counterexample = `${JSON.stringify(counterexample)}: ${String(errorInstance)}`
    })
    return played
  } finally {
    server.stop()
    await audio.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    kind: fc.constant('open' as const),
    source: fc.integer({ min: 0, max: 1 }),
    startSeconds: fc.integer({ min: 0, max: durationSeconds - 1 }),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('play' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('seek' as const),
      seconds: fc.integer({ min: -20, max: durationSeconds + 20 }),
    }),
  },
  fc.record({
    kind: fc.constant('change' as const),
    settings: fc.record({
      rate: fc.constantFrom(0.5, 1, 2, 3),
      volume: fc.constantFrom(0, 0.5, 1),
      muted: fc.boolean(),
    }),
  }),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
)
const burst = fc.array(anyAsk, { minLength: 1, maxLength: 4 })

async function playAll(page: Page, bursts: readonly Ask[][]): Promise<number> {
  await page.evaluate(() => {
    const { player } = globalThis as unknown as { player: RealPlayer }
    player.act([{ kind: 'close' }, { kind: 'change', settings: { rate: 1, volume: 1, muted: false } }])
  })
  const model = newModel()
  for (const asked of bursts) {
    const { before, after } = await page.evaluate(async (asks) => {
      const { player } = globalThis as unknown as { player: RealPlayer }
      const before = player.act(asks)
      return { before, after: await player.settled() }
    }, asked)
    passTime(model, before)
    model.atMs = before.atMs
    for (const each of asked) ask(model, each)
    check(model, after)
  }
  return bursts.flat().length
}
