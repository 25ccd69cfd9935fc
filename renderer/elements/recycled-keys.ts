/** Numbers under which rows are drawn, by the rows' own names. */
export type RowKeys = ReadonlyMap<string, number>

/**
 * Keys for the rows of a list, so that what drew a row that is gone draws one that is new: to change its words takes a fraction of
 * what it takes to build one. A row that stays keeps its key. What drew the row `unshared` draws no other one; nor, where it is not among
 * `names`, anything from here on.
 */
export function recycledKeys(before: RowKeys, names: readonly string[], unshared: string | null): RowKeys {
  const staying = new Set(names)
  // In their order, so that as few as possible have to be moved.
  const free = [...before].filter(([name]) => !staying.has(name) && name !== unshared).map(([, key]) => key)
  const taken = new Set(before.values())
  let next = 0

  function newKey(): number {
    while (taken.has(next)) next += 1
    taken.add(next)
    return next
  }

  return new Map(names.map((name) => [name, before.get(name) ?? free.shift() ?? newKey()]))
}
