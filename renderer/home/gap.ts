import type { AppFacts } from '../../shared/ipc/contract.ts'
import type { HomeMark } from '../db/unsent.ts'
import type { Before } from './brought-up-words.ts'

/** How the database differs from the second home, as far as it tells. */
export type Gap =
  | { kind: 'none' }
  /** It lacks what came after this entry. */
  | { kind: 'behind'; after: number }
  /** Only a comparison of the whole can tell. */
  | { kind: 'unknown'; before: Before }
  /** There is no second home for now. */
  | { kind: 'unreachable' }

/** `isEmpty`: the database holds nothing of the person's. */
export function gapBetween(mark: HomeMark | null, home: AppFacts['home'], isEmpty: boolean): Gap {
  const { homeId, lastNumber } = home
  if (homeId === null) return { kind: 'unreachable' }
  const knowsIt = mark?.homeId === homeId
  if (knowsIt && mark.number === lastNumber) return { kind: 'none' }
  if (knowsIt && mark.number < lastNumber) return { kind: 'behind', after: mark.number }
  if (isEmpty) return lastNumber === 0 ? { kind: 'none' } : { kind: 'unknown', before: 'empty' }
  return { kind: 'unknown', before: knowsIt ? 'in-step' : 'apart' }
}
