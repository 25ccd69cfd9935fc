import { type Highlight, type HighlightKind, highlightKinds } from '../../shared/models/episode.ts'

export type KindGroup<Item> = { kind: HighlightKind; items: Item[] }

/** Groups things by the kind of their highlight, in the order of the kinds; kinds without any are left out. */
export function byKind<Item>(
  items: readonly Item[],
  highlightOf: (item: Item) => Highlight,
): KindGroup<Item>[] {
  const groups = new Map<HighlightKind, Item[]>(highlightKinds.map((kind) => [kind, []]))
  for (const item of items) groups.get(highlightOf(item).kind)?.push(item)
  return [...groups].filter(([, found]) => found.length > 0).map(([kind, found]) => ({ kind, items: found }))
}
