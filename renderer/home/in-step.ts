import type { AppFacts } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import { isEmptyOfPersons } from '../db/is-empty.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type HomeMark, homeMark, keepHomeMark } from '../db/unsent.ts'
import { type BroughtUp, bringUp, type ReadHome } from './bring-up.ts'
import type { Before } from './brought-up-words.ts'
import { type Gap, gapBetween } from './gap.ts'

type MetHome = AppFacts['home']

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
  /** Compares the whole of both, and makes up for what could not be done when they met. Tells whether all of that was done. */
  compare: () => Promise<boolean>
  /** What the database may remember once the second home has an entry of that number. */
  markAfter: (number: number) => HomeMark | null
  /** The second home has something that the database did not keep: from here on there is no mark until they are compared. */
  fallBehind: () => void
}

/** A worker takes longer to begin than so many rows take on the page. */
const mostOnThePage = 300

/** Marks tell only of what was lost at the end of either. */
const mayLackAnything: Gap = { kind: 'unknown', before: 'in-step' }

/** Keeps the database in step with the second home, one thing at a time. */
export function createInStep({ read, beside, lacking, broughtUp, reportFault }: InStepParts): InStep {
  let home: MetHome = { homeId: null, lastNumber: 0 }
  /** Before that, a mark would say that the database holds what it lacks. */
  let isInStep = false
  /** How often it fell behind: what was read of the second home before does not make up for it. */
  let falls = 0
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** A database that cannot be read now is told of by whoever needs it. */
  function inTurn(act: () => Promise<boolean>): Promise<boolean> {
    const turn = lastTurn.then(act).catch((error: unknown) => {
      if (storageProblem(error) === null) reportFault(error)
      return false
    })
    lastTurn = turn
    return turn
  }

  async function gapNow(): Promise<Gap> {
    const mark = await homeMark()
    return gapBetween(mark, home, mark === null && (await isEmptyOfPersons()))
  }

  /** Whether the database holds all of it then. */
  async function close(gap: Gap): Promise<boolean> {
    switch (gap.kind) {
      case 'none':
        isInStep = true
        return true
      case 'unreachable':
        return false
      case 'behind':
        lacking()
        return bringUpFrom(gap.after, 'in-step')
      case 'unknown':
        if (gap.before === 'empty') lacking()
        return bringUpFrom(null, gap.before)
    }
  }

  async function bringUpFrom(after: number | null, before: Before): Promise<boolean> {
    const { homeId, lastNumber } = home
    if (homeId === null) return false
    const fallsBefore = falls
    const isLittle = lastNumber - (after ?? 0) <= mostOnThePage && (after !== null || before === 'empty')
    const brought = await (isLittle ? bringUp(read, after) : beside(after))
    // It is told elsewhere that the second home is in trouble; when that is over it is met again.
    if (!brought.ok || home.homeId !== homeId) return false
    const holdsAll = falls === fallsBefore
    if (!isInStep && holdsAll) {
      await keepHomeMark({ homeId, number: brought.value.number })
      isInStep = true
    }
    await broughtUp(brought.value, before)
    return holdsAll
  }

  return {
    meet: async (met) => {
      isInStep &&= met.homeId === home.homeId
      home = met
      await inTurn(async () => {
        if (isInStep) return true
        const gap = await gapNow()
        // What is there already can be shown meanwhile.
        const canGoOn = gap.kind === 'unknown' && gap.before !== 'empty'
        if (!canGoOn) return close(gap)
        void inTurn(() => close(gap))
        return false
      })
    },
    compare: () =>
      inTurn(async () => {
        const gap = isInStep ? mayLackAnything : await gapNow()
        return (await close(gap)) && (gap.kind === 'unknown' || close(mayLackAnything))
      }),
    fallBehind: () => {
      falls += 1
      isInStep = false
      home = { ...home, lastNumber: Number.POSITIVE_INFINITY }
    },
    markAfter: (number) => (isInStep && home.homeId !== null ? { homeId: home.homeId, number } : null),
  }
}
