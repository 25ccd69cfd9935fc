import type { SearchFilter } from '../../shared/search/query.ts'
import type { HeldShelf } from '../db/held-shelf.ts'
import { ingredientsOf, narrowShelf, type Surroundings } from './narrow-shelf.ts'

/** Which episodes of a shelf are left; the same object for as long as they are, and `null` when that is all of them. */
export type Narrow = (shelf: HeldShelf) => Uint8Array | null

/** Holds filters against one state of their surroundings after another: what did not change of a shelf's is not looked at again. */
export function narrowing(filters: readonly SearchFilter[]): (around: Surroundings) => Narrow {
  const known = new WeakMap<HeldShelf, { of: readonly unknown[]; flags: Uint8Array | null }>()
  return (around) => (shelf) => {
    const of = ingredientsOf(shelf, around)
    const before = known.get(shelf)
    if (before?.of.every((each, at) => each === of[at]) === true) return before.flags
    const flags = narrowShelf(shelf, filters, around)
    known.set(shelf, { of, flags })
    return flags
  }
}

const counts = new WeakMap<Uint8Array, number>()

/** How many episodes of these shelves are left: a sum over shelves of numbers that are known but for those that changed. */
export function* countNarrowed(shelves: Iterable<HeldShelf | null>, narrow: Narrow): Generator<void, number> {
  let sum = 0
  for (const shelf of shelves) {
    if (shelf === null) continue
    const flags = narrow(shelf)
    sum += flags === null ? shelf.newestFirst.length : countOf(flags)
    yield
  }
  return sum
}

function countOf(flags: Uint8Array): number {
  const known = counts.get(flags)
  if (known !== undefined) return known
  let count = 0
  for (const flag of flags) count += flag
  counts.set(flags, count)
  return count
}
