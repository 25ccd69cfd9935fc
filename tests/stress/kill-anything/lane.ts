import { cp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Random, randomFor } from '../../server/catalogue/random.ts'
import { startStandIn } from '../../server/stand-in.ts'
import { playGuide, syncAll } from '../acts.ts'
import { compared, libraryOnceEqual, titlesOf } from '../library-proof.ts'
import type { Act } from './act.ts'
import { syncedEpisodes, syncedPodcast } from './acts/syncing.ts'
import { upgrading } from './acts/upgrading.ts'
import { layDownNotes } from './annotated-home.ts'
import { loggedIn } from './home-on-disk.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { layDownOldProfiles, type OldProfile, textsOfLongAgo } from './old-profiles.ts'
import { type Moment, type Played, playMoment, rehearse } from './play-moment.ts'
import { openStage, type Stage } from './stage.ts'
import { createTiming } from './timing.ts'

type LanePlan = {
  seed: number
  lane: number
  root: string
  moments: readonly Moment[]
  /** In the second home before the first moment. */
  notes: number
  say: (line: string) => void
}

export type LaneEnd = {
  played: Played[]
  /** What was shown as saved. */
  claims: number
  databaseLogsCut: number
  errors: string[]
  /** What is wrong with the library, or was before anything was killed. */
  faults: string[]
}

/** A page of the podcast takes so long, so that a moment between two of them can be met. */
const pageMs = 30

/** Plays moments one after another on one data folder, and those of upgrades on one of their own. */
export async function playLane(plan: LanePlan): Promise<LaneEnd> {
  const { seed, lane, moments, say } = plan
  const root = join(plan.root, `lane-${lane}`)
  const standIn = await startStandIn({ seed, podcasts: 1, episodesPerPodcast: syncedEpisodes })
  standIn.break('A3', { delayMs: pageMs })
  const dataDirectory = join(root, 'data')
  await mkdir(dataDirectory, { recursive: true })
  const stage = openStage(dataDirectory, standIn)
  const ledger = openLedger()
  const timing = createTiming()
  const random = randomFor('kill-anything', seed, lane)
  const many = Math.ceil(plan.notes / 2)
  const faults: string[] = []
  const played: Played[] = []
  let databaseLogsCut = 0
  const errors: string[] = []
  const countLogged = async (directory: string): Promise<void> => {
    const logged = await loggedIn(directory)
    databaseLogsCut += logged.cuts
    errors.push(...logged.errors)
  }
  try {
    ledger.accept({ notes: await layDownNotes(dataDirectory, plan.notes), drafts: [] })
    await prepare(stage)
    const acts = [...new Set(moments.map(({ act }) => act))]
    const oldProfiles = acts.includes(upgrading) ? await layDownOldProfiles(join(root, 'old'), standIn) : []

    const onItsStage = <Value>(
      act: Act,
      number: number,
      play: (stage: Stage, ledger: Ledger) => Promise<Value>,
    ) =>
      act === upgrading
        ? onOldProfile(oldProfiles, { root, number, standIn, random }, play)
        : play(stage, ledger)

    for (const [index, act] of acts.entries()) {
      const number = -1 - index
      faults.push(
        ...(await onItsStage(act, number, (itsStage, itsLedger) =>
          rehearse(act, { stage: itsStage, ledger: itsLedger, random, timing, many }, number),
        )),
      )
    }
    for (const moment of moments) {
      const one = await onItsStage(moment.act, moment.number, async (itsStage, itsLedger) => {
        const outcome = await inTime(
          playMoment(moment, { stage: itsStage, ledger: itsLedger, random, timing, many }),
        ).catch((error: unknown) => notPlayed(moment, itsStage, error))
        if (itsStage !== stage) await countLogged(itsStage.dataDirectory)
        if (outcome.faults.length > 0) await keepForLook(itsStage, moment)
        return outcome
      })
      played.push(one)
      say(inWords(one))
      if (played.length >= mostNotPlayed && played.slice(-mostNotPlayed).every(isNotPlayed)) break
      await stage.start()
    }

    await stage.start()
    standIn.mend('A3')
    await syncAll(stage.earmark())
    const expected = titlesOf(standIn, syncedPodcast, syncedEpisodes)
    const library = compared(expected, await libraryOnceEqual(stage.earmark(), syncedPodcast, expected), [])
    faults.push(...library.missing.map((slug) => `missing episode: ${slug}`))
    faults.push(...library.stale.map((slug) => `stale episode: ${slug}`))
    await countLogged(dataDirectory)
    return { played, claims: ledger.claims(), databaseLogsCut, errors, faults }
  } finally {
    await stage.kill()
    await standIn.stop()
  }
}

/** The driver now and then waits for ever for a page whose process was killed. */
const longestMomentMs = 180_000

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const limit = setTimeout(() => reject(new Error('it took longer than three minutes')), longestMomentMs)
  return Promise.race([work, promise]).finally(() => clearTimeout(limit))
}

/** So many in a row, and something is wrong with all of them. */
const mostNotPlayed = 3
const couldNot = 'could not go on: '

function isNotPlayed({ faults }: Played): boolean {
  return faults[0]?.startsWith(couldNot) === true
}

/** One that cannot be gone on with is a fault too; the next begins with a new start. */
async function notPlayed(moment: Moment, stage: Stage, error: unknown): Promise<Played> {
  await stage.kill()
  const faults = [couldNot + String(error)]
  return { moment, waitedMs: 0, isInside: false, part: null, unfinished: 0, cameBack: false, faults }
}

/** As it is then, for whoever looks for the cause. */
async function keepForLook({ dataDirectory }: Stage, { number, act }: Moment): Promise<void> {
  const kept = join(tmpdir(), 'earmark-kill-anything-faults', `${Date.now()}-moment-${number}-${act.name}`)
  await cp(dataDirectory, kept, { recursive: true, verbatimSymlinks: true }).catch(() => {})
}

/** A library with a podcast, and something in the player to write notes on. */
async function prepare(stage: Stage): Promise<void> {
  await stage.start()
  const earmark = stage.earmark()
  await playGuide(earmark)
  await earmark.player.getByRole('button', { name: 'Pause', exact: true }).click()
  await earmark.addPodcast(syncedPodcast)
  await syncAll(earmark)
  await expect(earmark.page.getByRole('button', { name: 'Stop syncing' }).first()).toBeHidden({
    timeout: 60_000,
  })
}

async function onOldProfile<Value>(
  profiles: readonly OldProfile[],
  {
    root,
    number,
    standIn,
    random,
  }: { root: string; number: number; standIn: Stage['standIn']; random: Random },
  play: (stage: Stage, ledger: Ledger) => Promise<Value>,
): Promise<Value> {
  const profile = profiles[random.whole(0, profiles.length - 1)]
  if (profile === undefined) throw new Error('There are no old profiles.')
  const dataDirectory = join(root, `upgraded-${number}`)
  await mkdir(dataDirectory, { recursive: true })
  await cp(profile.chromium, join(dataDirectory, 'chromium'), { recursive: true, verbatimSymlinks: true })
  const stage = openStage(dataDirectory, standIn)
  const ledger = openLedger()
  ledger.accept(textsOfLongAgo())
  try {
    return await play(stage, ledger)
  } finally {
    await stage.kill()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}

function inWords({ moment, waitedMs, isInside, part, cameBack, faults }: Played): string {
  const { number, act, victim } = moment
  const where = isInside ? `inside${part === null ? '' : ` (${part})`}` : 'outside'
  const after = faults.length === 0 ? 'all there' : `FAULTS: ${faults.join(' | ').slice(0, 2000)}`
  return `moment ${number}, ${act.name}: ${victim} killed after ${Math.round(waitedMs)} ms, ${where}; ${cameBack ? 'page came back' : 'started anew'}; ${after}`
}
