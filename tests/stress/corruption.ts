import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../bench/machine/quantile.ts'
import { launch, meet, windowOf } from '../e2e/app.ts'
import { type Random, randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { startEarmark, writeNote } from './acts.ts'
import { annotateProfile, countTables, openForNotes, placesOf } from './corruption/annotated-profile.ts'
import { countBareNotes, writeBareNotes } from './corruption/bare-dexie.ts'
import { type Damage, damages } from './corruption/damages.ts'
import { isShown, notesOnceThere } from './corruption/expect-notes.ts'
import type { StressRun } from './run.ts'

type CorruptionPlan = {
  seed: number
  episodes: number
  /** How many are written before the damage. */
  noteCount: number
  damages: readonly Damage[]
  /** How many notes the page with Dexie alone has, which suffers the same. */
  controlNotes: number
  say: (line: string) => void
}

type CorruptionFigures = {
  damages: number
  /** Notes that were shown as saved before each damage. */
  notes: number
  /** LevelDB's tables among the files that are damaged. */
  tables: number
  lost: string[]
  foreign: string[]
  notShown: string[]
  /** Starts in which the app could not be worked with. */
  unusable: string[]
  /** From the begin of the process until every note is there, in milliseconds; a normal start now and then. */
  normalStartMs: StartTimes
  repairedStartMs: StartTimes
  /** The start after that one, which has nothing to repair any more unless Chromium met the damage only then. */
  secondStartMs: StartTimes
  /** Starts that took more than three times the median of the normal ones. */
  slow: string[]
  control: { notes: number; emptied: number; leftAfterSecondStart: Record<string, number> }
}

type StartTimes = { median: number; longest: number }

const damagesPerNormalStart = 3
const mostTimesANormalStart = 3
/** Enough for several tables, so that a note can lie in one that is older than the log. */
const usualEpisodes = 20_000
const usualNotes = 24
const usualControlNotes = 20_000

export const corruptionRun: StressRun = {
  usage: '[--episodes N] [--plan NAME-OF-DAMAGE]',
  run: async ({ seed, episodes, plan, say }) => {
    const figures = await corrupt({
      seed,
      episodes: episodes ?? usualEpisodes,
      noteCount: usualNotes,
      damages: damages.filter(({ name }) => plan === null || name.includes(plan)),
      controlNotes: usualControlNotes,
      say,
    })
    const { lost, foreign, notShown, unusable, slow } = figures
    const isRun = figures.damages > 0
    return {
      figures,
      passed: isRun && [lost, foreign, notShown, unusable, slow].every((list) => list.length === 0),
    }
  },
}

/**
 * Damages a killed app's files in each way and starts it twice, with one more note written between. What was shown as saved has to
 * be there after each start. A page with Dexie alone suffers the same beside it, as the measure of what is proven.
 */
export async function corrupt(plan: CorruptionPlan): Promise<CorruptionFigures> {
  const { seed, episodes, say } = plan
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: episodes })
  const root = await mkdtemp(join(tmpdir(), 'earmark-corruption-'))
  try {
    const whole = join(root, 'whole')
    const saved = await annotateProfile(whole, standIn, plan)
    const tables = await countTables(placesOf(whole))
    say(`${saved.length} notes, ${episodes} episodes, ${tables} tables`)
    const run = { ...plan, standIn, root, whole, saved }
    const normal: number[] = []
    const suffered: Suffered[] = []
    for (const [index, damage] of plan.damages.entries()) {
      // In between, as a machine is not equally busy from the first damage to the last.
      if (index % damagesPerNormalStart === 0) normal.push(await normalStart(run))
      const one = await suffer(damage, run)
      suffered.push(one)
      const faults = one.lost.length + one.foreign.length + one.notShown.length + one.unusable.length
      const [first, second] = one.startsMs.map(Math.round)
      say(`${damage.name}: ${faults === 0 ? 'all there' : `${faults} FAULTS`}, ${first} and ${second} ms`)
    }
    const limitMs = mostTimesANormalStart * median(normal)
    return {
      damages: suffered.length,
      notes: saved.length,
      tables,
      lost: suffered.flatMap(({ lost }) => lost),
      foreign: suffered.flatMap(({ foreign }) => foreign),
      notShown: suffered.flatMap(({ notShown }) => notShown),
      unusable: suffered.flatMap(({ unusable }) => unusable),
      normalStartMs: timesOf(normal),
      repairedStartMs: timesOf(suffered.map(({ startsMs: [first] }) => first)),
      secondStartMs: timesOf(suffered.map(({ startsMs: [, second] }) => second)),
      slow: suffered
        .filter(({ startsMs }) => Math.max(...startsMs) > limitMs)
        .map(({ name, startsMs }) => `${name}: ${startsMs.map(Math.round).join(' and ')} ms`),
      control: await sufferBare(run),
    }
  } finally {
    await standIn.stop()
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Run = CorruptionPlan & { standIn: StandIn; root: string; whole: string; saved: readonly string[] }

type Suffered = {
  name: string
  startsMs: [first: number, second: number]
  lost: string[]
  foreign: string[]
  notShown: string[]
  unusable: string[]
}

async function normalStart({ root, whole, standIn, saved }: Run): Promise<number> {
  const dataDirectory = join(root, 'normal')
  await cp(whole, dataDirectory, { recursive: true })
  const earmark = await startEarmark(dataDirectory, standIn)
  const { startMs } = await notesOnceThere(earmark, saved)
  await earmark.kill()
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  return startMs
}

async function suffer(damage: Damage, run: Run): Promise<Suffered> {
  const { root, whole, standIn, seed } = run
  const random = randomFor('corruption', seed, damage.name)
  const dataDirectory = join(root, 'damaged')
  await cp(whole, dataDirectory, { recursive: true })
  await damage.inflict(placesOf(dataDirectory), random)
  const expected = [...run.saved]
  const suffered: Suffered = {
    name: damage.name,
    startsMs: [0, 0],
    lost: [],
    foreign: [],
    notShown: [],
    unusable: [],
  }
  for (const start of [0, 1] as const) {
    const told = (text: string): string => `${damage.name}, start ${start + 1}: ${text}`
    const app = await launch(dataDirectory, standIn.url)
    // The driver does not tell it any more once the app has ended.
    const electron = app.process()
    try {
      const earmark = meet(app, await windowOf(app))
      const { lost, foreign, startMs } = await notesOnceThere(earmark, expected)
      suffered.startsMs[start] = startMs
      suffered.lost.push(...lost.map(told))
      suffered.foreign.push(...foreign.map(told))
      const newest = expected.at(-1) ?? ''
      if (!(await isShown(earmark.page, newest))) suffered.notShown.push(told(newest))
      if (start === 0) {
        await openForNotes(earmark)
        expected.push(await writeNote(earmark, 'Written after the damage.'))
      }
      await endSomehow(earmark, random)
    } catch (error) {
      suffered.unusable.push(told(String(error)))
      electron.kill('SIGKILL')
    }
  }
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  return suffered
}

function timesOf(startsMs: readonly number[]): StartTimes {
  return { median: Math.round(median(startsMs)), longest: Math.round(Math.max(...startsMs)) }
}

function endSomehow(earmark: { quit: () => Promise<void>; kill: () => Promise<void> }, random: Random) {
  return random.fraction() < 0.5 ? earmark.quit() : earmark.kill()
}

async function sufferBare({
  root,
  seed,
  damages: all,
  controlNotes,
  say,
}: Run): Promise<CorruptionFigures['control']> {
  const whole = join(root, 'bare')
  const notes = await writeBareNotes(whole, controlNotes)
  const left: Record<string, number> = {}
  const suffering = all.filter(({ ofHomeOnly }) => ofHomeOnly !== true)
  for (const damage of suffering) {
    const userData = join(root, 'bare-damaged')
    await cp(whole, userData, { recursive: true })
    await damage.inflict({ ...placesOf(userData), home: null }, randomFor('bare', seed, damage.name))
    const first = await countBareNotes(userData, notes)
    const second = await countBareNotes(userData, notes)
    if (second > 0) left[damage.name] = second
    say(`Dexie alone, ${damage.name}: ${first} of ${notes} notes at the first start, ${second} at the second`)
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return { notes, emptied: suffering.length - Object.keys(left).length, leftAfterSecondStart: left }
}
