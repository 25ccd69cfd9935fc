/** Draws that depend on their key alone, so that any part of the catalogue can be computed by itself. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  fraction(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** Different items, at most as many as there are. */
  several<Item>(items: readonly Item[], count: number): Item[]
}

export function randomFor(...key: readonly (string | number)[]): Random {
  let state = hashOf(key.join('|'))

  /** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for words and dates. */
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function whole(least: number, most: number): number {
    return least + Math.floor(fraction() * (most - least + 1))
  }
  function pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[whole(0, items.length - 1)] ?? items[0]
  }
  function several<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items]
    const chosen: Item[] = []
    while (chosen.length < count && left.length > 0) {
      chosen.push(...left.splice(whole(0, left.length - 1), 1))
    }
    return chosen
  }
  return { fraction, whole, pick, several }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
