/** A document that was found. Numbers only, since there can be a million of them. */
export type FoundDocument = {
  /** The number of what it belongs to, as in `Layer.owners`. */
  owner: number
  /** The how manieth document of that it is. */
  nth: number
  kind: number
  score: number
}

export type Best = {
  /** How many were offered. */
  total: () => number
  offer: (owner: number, nth: number, kind: number, score: number) => void
  /** Those kept, the best first. */
  sorted: () => FoundDocument[]
}

/** Keeps the `most` best of all that it is offered. Of the same score, what has the lower owner, then the lower place, is better. */
export function keepBest(most: number): Best {
  /** A heap whose root is the worst one that is kept. */
  const heap: FoundDocument[] = []
  let total = 0
  /** Whatever scores less is none of the best. */
  let leastScore = most === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY

  function offer(owner: number, nth: number, kind: number, score: number): void {
    total += 1
    if (score >= leastScore) keep(owner, nth, kind, score)
  }

  function keep(owner: number, nth: number, kind: number, score: number): void {
    const worst = heap[0]
    if (heap.length < most) {
      heap.push({ owner, nth, kind, score })
      rise(heap.length - 1)
    } else if (worst !== undefined && isBetter(owner, nth, score, worst)) {
      worst.owner = owner
      worst.nth = nth
      worst.kind = kind
      worst.score = score
      sink()
    }
    if (heap.length === most) leastScore = heap[0]?.score ?? leastScore
  }

  function rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isWorse(at, above)) return
      swap(at, above)
      at = above
    }
  }

  function sink(): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      let worst = at
      if (left < heap.length && isWorse(left, worst)) worst = left
      if (left + 1 < heap.length && isWorse(left + 1, worst)) worst = left + 1
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }

  function isWorse(at: number, than: number): boolean {
    const [one, other] = [heap[at], heap[than]]
    return one !== undefined && other !== undefined && isBetter(other.owner, other.nth, other.score, one)
  }

  function swap(at: number, other: number): void {
    const [one, two] = [heap[at], heap[other]]
    if (one === undefined || two === undefined) return
    heap[at] = two
    heap[other] = one
  }

  return {
    total: () => total,
    offer,
    sorted: () => heap.toSorted((one, other) => (isBetter(one.owner, one.nth, one.score, other) ? -1 : 1)),
  }
}

function isBetter(owner: number, nth: number, score: number, than: FoundDocument): boolean {
  if (score !== than.score) return score > than.score
  return owner === than.owner ? nth < than.nth : owner < than.owner
}
