import type { Random } from '../../server/catalogue/random.ts'
import type { Victim } from './stage.ts'

/** When to kill: at a random moment of what an act takes with this victim, as far as that was seen. */
export type Timing = {
  /** An act that nothing was killed in took so long; or was there to be killed for so long, of a victim that went sooner. */
  took: (act: string, milliseconds: number, victim?: Victim) => void
  delayMs: (act: string, victim: Victim, random: Random) => number
  /** Whether the kill fell into the act. */
  fell: (act: string, victim: Victim, isInside: boolean) => void
}

const [afterMiss, afterHit] = [0.6, 1.03]

/** A machine that is busy now and quiet then has no fixed time for anything. */
export function createTiming(): Timing {
  const lengths = new Map<string, number>()
  const known = (act: string): number => lengths.get(act) ?? 500
  const name = (act: string, victim: Victim): string => `${act} ${victim}`
  return {
    took: (act, milliseconds, victim) =>
      void lengths.set(victim === undefined ? act : name(act, victim), milliseconds),
    delayMs: (act, victim, random) => random.fraction() * (lengths.get(name(act, victim)) ?? known(act)),
    fell: (act, victim, isInside) => {
      const before = lengths.get(name(act, victim)) ?? known(act)
      const after = before * (isInside ? afterHit : afterMiss)
      lengths.set(name(act, victim), Math.min(after, known(act)))
    },
  }
}
