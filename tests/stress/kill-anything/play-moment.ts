import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../server/catalogue/random.ts'
import { type Act, onceSo } from './act.ts'
import type { Ledger } from './ledger.ts'
import { lookAround, lookAtDisk } from './look-around.ts'
import type { Stage, Victim } from './stage.ts'
import type { Timing } from './timing.ts'

export type Moment = { number: number; act: Act; victim: Victim }

export type Played = {
  moment: Moment
  waitedMs: number
  isInside: boolean
  /** Which part of the act it was, of one that tells. */
  part: string | null
  /** Files under temporary names that the kill left. */
  unfinished: number
  /** The main process went on, and the page came back by itself. */
  cameBack: boolean
  faults: string[]
}

type Given = { stage: Stage; ledger: Ledger; random: Random; timing: Timing; many: number }

/** Begins an act, kills its victim in the middle of it, brings the app back, and looks for what was lost or torn. */
export async function playMoment(moment: Moment, given: Given): Promise<Played> {
  const { act, victim } = moment
  const { stage, ledger, random, timing, many } = given
  let isWhole = true
  const scene = { stage, ledger, random, many, moment: moment.number, isWhole: () => isWhole }
  const underWay = await act.begin(scene)
  let hasEnded = false
  void underWay.ended.then(() => {
    hasEnded = true
  })
  await Promise.race([underWay.began, underWay.ended])
  const waitedMs = timing.delayMs(act.name, victim, random)
  await pause(waitedMs)
  const isHit = stage.strike(victim)
  isWhole = false
  const isInside = isHit && !hasEnded
  const part = isInside ? (underWay.part?.() ?? null) : null
  timing.fell(act.name, victim, isInside)

  await stage.gone(act.endsApp === true ? 'main' : victim)
  const cameBack = stage.runs()
  const disk = cameBack ? nothingSeen : await lookAtDisk(stage, ledger, { fillsHome: act.fillsHome === true })
  const left = cameBack ? [] : ((await act.lookAtDisk?.(scene)) ?? [])
  await stage.comeBack()
  const { faults: seen, found } = await lookAround(stage, ledger)
  ledger.accept(found)
  const own = (await act.lookAfter?.(scene)) ?? []
  const faults = [disk.faults, left, seen, own].flatMap(atMost)
  return { moment, waitedMs, isInside, part, unfinished: disk.unfinished, cameBack, faults }
}

/** A library that is gone is one fault, and not thousands. */
const mostFaults = 5

function atMost(faults: readonly string[]): string[] {
  const more = faults.length - mostFaults
  return more <= 0 ? [...faults] : [...faults.slice(0, mostFaults), `and ${more} more of the kind`]
}

const nothingSeen = { faults: [], unfinished: 0 }

/** Plays an act to its end, to see how long it takes. */
export async function rehearse(
  act: Act,
  { stage, ledger, random, timing, many }: Given,
  number: number,
): Promise<string[]> {
  const scene = { stage, ledger, random, many, moment: number, isWhole: () => true }
  const { began, ended } = await act.begin(scene)
  await began
  const beganMs = performance.now()
  const soFar = (): number => performance.now() - beganMs
  const pageGone = onceSo(() => act.endsApp !== true || !stage.pageRuns())
  void pageGone.then(() => act.endsApp && timing.took(act.name, soFar(), 'page'))
  await ended
  timing.took(act.name, soFar())
  await stage.start()
  const { faults, found } = await lookAround(stage, ledger)
  ledger.accept(found)
  return [faults, (await act.lookAfter?.(scene)) ?? []].flatMap(atMost)
}
