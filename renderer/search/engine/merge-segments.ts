import { byteWriter } from './bytes.ts'
import {
  emptyPositions,
  emptySegment,
  impactBits,
  mostImpact,
  type Positions,
  type Segment,
} from './segment.ts'
import { wordAt } from './vocabulary.ts'

export type MergedPart = {
  segment: Segment
  positions: Positions
  /** Whether an entry goes into what is made of it. */
  lives: (entry: number) => boolean
}

/** One segment of what lives of several. */
export function mergeSegments(parts: readonly MergedPart[]): { segment: Segment; positions: Positions } {
  const plan = planOf(parts)
  const readers = parts.map(({ segment, positions }, at) =>
    termReader(segment, positions, plan.numbers[at] ?? new Int32Array()),
  )
  const [postings, steps, letters] = [byteWriter(1 << 16), byteWriter(1 << 16), unitWriter()]
  const [postingStarts, stepStarts]: [number[], number[]] = [[], []]
  const [termStarts, termDocuments]: [number[], number[]] = [[], []]
  for (let word = leastWord(readers); word !== null; word = leastWord(readers)) {
    const [postingStart, stepStart] = [postings.length(), steps.length()]
    let [last, documents] = [0, 0]
    for (const reader of readers) {
      if (reader.word() !== word) continue
      reader.each((document, impact, copySteps) => {
        postings.number(((document - last) << impactBits) | impact)
        copySteps(steps)
        last = document
        documents += 1
      })
      reader.next()
    }
    if (documents === 0) continue
    postingStarts.push(postingStart)
    stepStarts.push(stepStart)
    termStarts.push(letters.length())
    termDocuments.push(documents)
    letters.add(word)
  }

  const { segment, positions } = roomFor(plan, termStarts.length, { postings, steps, letters })
  segment.postingStarts.set([...postingStarts, postings.length()])
  segment.termStarts.set([...termStarts, letters.length()])
  segment.termDocuments.set(termDocuments)
  positions.starts.set([...stepStarts, steps.length()])
  return { segment, positions }
}

type Plan = {
  owners: string[]
  kinds: number[]
  entries: { owner: number; place: number; revision: number; start: number }[]
  /** Of each part, the new number of each document; -1 for one that goes. */
  numbers: Int32Array[]
}

function planOf(parts: readonly MergedPart[]): Plan {
  const owners = new Map<string, number>()
  const plan: Plan = { owners: [], kinds: [], entries: [], numbers: [] }
  for (const { segment, lives } of parts) {
    const numbers = new Int32Array(segment.documentCount).fill(-1)
    plan.numbers.push(numbers)
    for (let entry = 0; entry < segment.entryCount; entry += 1) {
      if (!lives(entry)) continue
      const name = segment.owners[segment.entryOwners[entry] ?? 0] ?? ''
      const owner = owners.get(name) ?? owners.size
      owners.set(name, owner)
      const [place, revision] = [segment.entryPlaces[entry] ?? 0, segment.entryRevisions[entry] ?? 0]
      plan.entries.push({ owner, place, revision, start: plan.kinds.length })
      const end = segment.entryStarts[entry + 1] ?? 0
      for (let document = segment.entryStarts[entry] ?? 0; document < end; document += 1) {
        numbers[document] = plan.kinds.length
        plan.kinds.push(segment.kinds[document] ?? 0)
      }
    }
  }
  plan.owners = [...owners.keys()]
  return plan
}

type Written = Record<'postings' | 'steps', ReturnType<typeof byteWriter>> & {
  letters: ReturnType<typeof unitWriter>
}

function roomFor(plan: Plan, terms: number, { postings, steps, letters }: Written) {
  const segment = emptySegment(
    {
      terms,
      documents: plan.kinds.length,
      entries: plan.entries.length,
      letters: letters.length(),
      postings: postings.length(),
    },
    plan.owners,
  )
  segment.postings.set(postings.bytes())
  segment.letters.set(letters.units())
  segment.kinds.set(plan.kinds)
  for (const [entry, { owner, place, revision, start }] of plan.entries.entries()) {
    segment.entryOwners[entry] = owner
    segment.entryPlaces[entry] = place
    segment.entryRevisions[entry] = revision
    segment.entryStarts[entry] = start
  }
  segment.entryStarts[plan.entries.length] = plan.kinds.length
  const positions = emptyPositions(terms, steps.length())
  positions.steps.set(steps.bytes())
  return { segment, positions }
}

type TermReader = {
  /** `null` behind the last one. */
  word: () => string | null
  next: () => void
  /** Visits the documents of the word that stay, in order. */
  each: (
    visit: (document: number, impact: number, copySteps: (to: ReturnType<typeof byteWriter>) => void) => void,
  ) => void
}

function termReader(segment: Segment, positions: Positions, numbers: Int32Array): TermReader {
  let term = 0
  let word = segment.termCount === 0 ? null : wordAt(segment, 0)

  function each(visit: Parameters<TermReader['each']>[0]): void {
    const { postings, postingStarts } = segment
    const end = postingStarts[term + 1] ?? 0
    let [at, stepsFrom, document] = [postingStarts[term] ?? 0, positions.starts[term] ?? 0, 0]
    while (at < end) {
      let [posting, shift, byte] = [0, 0, 128]
      for (; byte > 127; at += 1, shift += 7) {
        byte = postings[at] ?? 0
        posting |= (byte & 127) << shift
      }
      document += posting >>> impactBits
      const [from, to] = [stepsFrom, endOfSteps(positions.steps, stepsFrom)]
      stepsFrom = to
      const number = numbers[document] ?? -1
      if (number !== -1)
        visit(number, posting & mostImpact, (writer) => writer.copy(positions.steps.subarray(from, to)))
    }
  }

  return {
    word: () => word,
    next: () => {
      term += 1
      word = term < segment.termCount ? wordAt(segment, term) : null
    },
    each,
  }
}

/** The positions of a posting end with a number whose first bit is not set. */
function endOfSteps(steps: Uint8Array, from: number): number {
  for (let at = from; ; ) {
    const hasMore = ((steps[at] ?? 0) & 1) === 1
    while ((steps[at] ?? 0) > 127) at += 1
    at += 1
    if (!hasMore) return at
  }
}

function leastWord(readers: readonly TermReader[]): string | null {
  let least: string | null = null
  for (const reader of readers) {
    const word = reader.word()
    if (word !== null && (least === null || word < least)) least = word
  }
  return least
}

function unitWriter() {
  let units = new Uint16Array(1 << 16)
  let length = 0
  return {
    length: () => length,
    units: () => units.subarray(0, length),
    add: (word: string): void => {
      if (length + word.length > units.length) {
        const larger = new Uint16Array(2 * units.length)
        larger.set(units)
        units = larger
      }
      for (let at = 0; at < word.length; at += 1) units[length + at] = word.charCodeAt(at)
      length += word.length
    },
  }
}
