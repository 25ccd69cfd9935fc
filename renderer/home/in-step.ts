import type { AppFacts } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import { isEmptyOfPersons } from '../db/is-empty.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type HomeMark, homeMark, keepHomeMark } from '../db/unsent.ts'
import { type BroughtUp, bringUp, type ReadHome } from './bring-up.ts'
import type { Before } from './brought-up-words.ts'
import { gapBetween } from './gap.ts'

export type MetHome = AppFacts['home']

type InStepParts = {
  read: ReadHome
  /** `bringUp` beside the page. */
  beside: (after: number | null) => Promise<Result<BroughtUp>>
  /** It is known that the database lacks something, which from now on is put back. */
  lacking: () => void
  broughtUp: (brought: BroughtUp, before: Before) => Promise<void>
  reportFault: (fault: unknown) => void
}

export type InStep = {
  /**
   * Brings the database up to a second home, one that was met at the start or has come since. Resolves when all that is
   * known to be missing is there, or it cannot be had for now; where the whole is to be compared, that goes on.
   */
  meet: (home: MetHome) => Promise<void>
  /** Compares the whole of both, unless that is done anyway before they are in step. */
  compare: () => Promise<void>
  /** What the database may remember once the second home has an entry of that number. */
  markAfter: (number: number) => HomeMark | null
}

/** A worker takes longer to begin than so many rows take on the page. */
const mostOnThePage = 300

/** Keeps the database in step with the second home, one thing at a time. */
export function createInStep({ read, beside, lacking, broughtUp, reportFault }: InStepParts): InStep {
  let home: MetHome = { homeId: null, lastNumber: 0 }
  /** Before that, a mark would say that the database holds what it lacks. */
  let isInStep = false
  let lastTurn: Promise<void> = Promise.resolve()

  /** A database that cannot be read now is told of by whoever needs it. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    lastTurn = lastTurn.then(act).catch((error: unknown) => {
      if (storageProblem(error) === null) reportFault(error)
    })
    return lastTurn
  }

  async function closeGap(): Promise<void> {
    if (isInStep) return
    const mark = await homeMark()
    const gap = gapBetween(mark, home, mark === null && (await isEmptyOfPersons()))
    switch (gap.kind) {
      case 'none':
        isInStep = true
        return
      case 'unreachable':
        return
      case 'behind':
        lacking()
        return bringUpFrom(gap.after, 'in-step')
      case 'unknown':
        if (gap.before === 'empty') {
          lacking()
          return bringUpFrom(null, 'empty')
        }
        void inTurn(() => bringUpFrom(null, gap.before))
    }
  }

  async function bringUpFrom(after: number | null, before: Before): Promise<void> {
    const { homeId, lastNumber } = home
    if (homeId === null) return
    const isLittle = lastNumber - (after ?? 0) <= mostOnThePage && (after !== null || before === 'empty')
    const brought = await (isLittle ? bringUp(read, after) : beside(after))
    // It is told elsewhere that the second home is in trouble; when that is over it is met again.
    if (!brought.ok || home.homeId !== homeId) return
    if (!isInStep) {
      await keepHomeMark({ homeId, number: brought.value.number })
      isInStep = true
    }
    await broughtUp(brought.value, before)
  }

  return {
    meet: (met) => {
      isInStep &&= met.homeId === home.homeId
      home = met
      return inTurn(closeGap)
    },
    compare: () =>
      inTurn(async () => {
        if (isInStep) await bringUpFrom(null, 'in-step')
      }),
    markAfter: (number) => (isInStep && home.homeId !== null ? { homeId: home.homeId, number } : null),
  }
}
