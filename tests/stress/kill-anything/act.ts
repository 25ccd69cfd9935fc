import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../server/catalogue/random.ts'
import type { Ledger } from './ledger.ts'
import type { Stage } from './stage.ts'

export type Scene = {
  stage: Stage
  ledger: Ledger
  random: Random
  /** How many notes are much, so that an act takes its time. */
  many: number
  /** Of all moments, this one. */
  moment: number
  /** Whether nothing was killed yet: what is seen afterwards is no claim of the app's. */
  isWhole: () => boolean
}

/** Something that a kill can fall into. Neither promise rejects; what was killed stays open. */
type UnderWay = {
  /** By a sign from outside the app, as near to its work as one can be had. */
  began: Promise<unknown>
  /** As a person sees it, or the disk. */
  ended: Promise<unknown>
  /** Which part of it was under way when last looked. */
  part?: () => string
}

export type Act = {
  name: string
  /** Prepares what is needed, and begins. */
  begin: (scene: Scene) => Promise<UnderWay>
  /** Whether the app ends with it. */
  endsApp?: boolean
  /** Whether what there was before was never in a second home. */
  fillsHome?: boolean
  /** Looks at what it left on the disk, while nothing runs; gives what is wrong. */
  lookAtDisk?: (scene: Scene) => Promise<string[]>
  /** Looks at what this act alone has to have kept, once the app is back, and tidies up; gives what is wrong. */
  lookAfter?: (scene: Scene) => Promise<string[]>
}

/** An act whose app is gone fails in many ways. */
export function unlessKilled(act: Promise<unknown>): Promise<unknown> {
  return act.catch(() => new Promise(() => {}))
}

const longestWaitMs = 20_000

/** Looks every millisecond. Resolves when it is so, or is not for very long. */
export async function onceSo(isSo: () => boolean): Promise<void> {
  const until = performance.now() + longestWaitMs
  while (!isSo() && performance.now() < until) await pause(1)
}
