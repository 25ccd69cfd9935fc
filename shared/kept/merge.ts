import { compareStamps } from '../models/stamp.ts'
import { canonicalJson } from './canonical-json.ts'

/** What merging needs of a change; its kind may be one that only a newer version knows. */
export type MergeableChange = {
  readonly kind: string
  readonly key: string
  readonly updatedAt: string
  readonly row: unknown
}

/**
 * Which of two changes of one row holds: the later one, and of two of the same instant the one with the larger text.
 * It depends on nothing but the two, so that merging gives the same in any order, however often.
 */
export function laterOf<Change extends MergeableChange>(one: Change, other: Change): Change {
  const order = compareStamps(one.updatedAt, other.updatedAt)
  if (order !== 0) return order > 0 ? one : other
  return canonicalJson(one.row) >= canonicalJson(other.row) ? one : other
}

/** Rows by what they are of, each as its latest change says. */
export type MergedChanges<Change extends MergeableChange> = Map<string, Change>

export function mergeInto<Change extends MergeableChange>(
  merged: MergedChanges<Change>,
  changes: Iterable<Change>,
): void {
  for (const change of changes) {
    const name = rowName(change)
    const known = merged.get(name)
    merged.set(name, known === undefined ? change : laterOf(known, change))
  }
}

/** What tells a row from all others. A kind has no space in its name. */
export function rowName({ kind, key }: Pick<MergeableChange, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}
