import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../bench/machine/quantile.ts'
import { type Random, randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { startEarmark } from './acts.ts'
import { annotateProfile, countTables, placesOf, writeOneMore } from './corruption/annotated-profile.ts'
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
  /** Starts from launch until every note is there, in milliseconds. */
  normalStartMs: number
  repairedStartMs: { median: number; longest: number }
  /** Starts that took more than three times a normal one. */
  slow: string[]
  control: { notes: number; emptied: number; leftAfterSecondStart: Record<string, number> }
}

const startsToCompareWith = 3
const mostTimesANormalStart = 3
/** Enough for several tables, so that a note can lie in one that is older than the log. */
const usualEpisodes = 5000
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
    const { lost, foreign, notShown, slow } = figures
    const isRun = figures.damages > 0
    return { figures, passed: isRun && [lost, foreign, notShown, slow].every((list) => list.length === 0) }
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
    const normalStartMs = await normalStart(run)
    say(`a normal start takes ${Math.round(normalStartMs)} ms`)

    const suffered: Suffered[] = []
    for (const damage of plan.damages) {
      const one = await suffer(damage, run)
      suffered.push(one)
      const faults = one.lost.length + one.foreign.length + one.notShown.length
      say(`${damage.name}: ${faults === 0 ? 'all there' : `${faults} FAULTS`}, ${Math.round(one.startMs)} ms`)
    }
    const starts = suffered.map(({ startMs }) => startMs)
    return {
      damages: suffered.length,
      notes: saved.length,
      tables,
      lost: suffered.flatMap(({ lost }) => lost),
      foreign: suffered.flatMap(({ foreign }) => foreign),
      notShown: suffered.flatMap(({ notShown }) => notShown),
      normalStartMs: Math.round(normalStartMs),
      repairedStartMs: { median: Math.round(median(starts)), longest: Math.round(Math.max(...starts)) },
      slow: suffered
        .filter(({ startMs }) => startMs > mostTimesANormalStart * normalStartMs)
        .map(({ name, startMs }) => `${name}: ${Math.round(startMs)} ms`),
      control: await sufferBare(run),
    }
  } finally {
    await standIn.stop()
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Run = CorruptionPlan & { standIn: StandIn; root: string; whole: string; saved: readonly string[] }

type Suffered = { name: string; startMs: number; lost: string[]; foreign: string[]; notShown: string[] }

async function normalStart({ root, whole, standIn, saved }: Run): Promise<number> {
  const taken: number[] = []
  for (let start = 0; start < startsToCompareWith; start += 1) {
    const dataDirectory = join(root, 'normal')
    await cp(whole, dataDirectory, { recursive: true })
    const beganMs = performance.now()
    const earmark = await startEarmark(dataDirectory, standIn)
    const { atMs } = await notesOnceThere(earmark, saved)
    taken.push(atMs - beganMs)
    await earmark.quit()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
  return median(taken)
}

async function suffer(damage: Damage, run: Run): Promise<Suffered> {
  const { root, whole, standIn, seed } = run
  const random = randomFor('corruption', seed, damage.name)
  const dataDirectory = join(root, 'damaged')
  await cp(whole, dataDirectory, { recursive: true })
  await damage.inflict(placesOf(dataDirectory), random)
  const expected = [...run.saved]
  const suffered: Suffered = { name: damage.name, startMs: 0, lost: [], foreign: [], notShown: [] }
  for (const start of ['first', 'second'] as const) {
    const told = (text: string): string => `${damage.name}, ${start} start: ${text}`
    const beganMs = performance.now()
    const earmark = await startEarmark(dataDirectory, standIn)
    const { lost, foreign, atMs } = await notesOnceThere(earmark, expected)
    if (start === 'first') suffered.startMs = atMs - beganMs
    suffered.lost.push(...lost.map(told))
    suffered.foreign.push(...foreign.map(told))
    const newest = expected.at(-1) ?? ''
    if (!(await isShown(earmark.page, newest))) suffered.notShown.push(told(newest))
    if (start === 'first') expected.push(await writeOneMore(earmark, 'Written after the damage.'))
    await endSomehow(earmark, random)
  }
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  return suffered
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
    await damage.inflict({ ...placesOf(userData), journal: null }, randomFor('bare', seed, damage.name))
    const first = await countBareNotes(userData, notes)
    const second = await countBareNotes(userData, notes)
    if (second > 0) left[damage.name] = second
    say(`Dexie alone, ${damage.name}: ${first} of ${notes} notes at the first start, ${second} at the second`)
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return { notes, emptied: suffering.length - Object.keys(left).length, leftAfterSecondStart: left }
}
