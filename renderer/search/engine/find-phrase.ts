import { type Answering, answering, type TermWorth } from './scores.ts'
import { impactBits, mostImpact, type Positions, type Segment } from './segment.ts'

/** Documents in which a phrase stands, in order, and what that counts for. */
export type PhraseHits = { documents: Uint32Array; scores: Float32Array }

/** Where a phrase may begin: documents in order, of each the positions, and what was found of it so far. */
type Beginnings = { documents: number[]; positions: number[]; scores: number[] }

/** Finds words that stand together, beginning with those that stand in the fewest documents. */
export function findPhrase(segment: Segment, positions: Positions, term: TermWorth): PhraseHits {
  const words = term.wanted.words.map(({ step }, index) => {
    const found = answering(segment, term, index)
    return {
      step,
      found,
      documents: found.reduce((sum, each) => sum + (segment.termDocuments[each.term] ?? 0), 0),
    }
  })
  const [rarest, ...others] = words.sort((one, other) => one.documents - other.documents)
  if (rarest === undefined) return { documents: new Uint32Array(), scores: new Float32Array() }
  let beginnings = inOrder(allBeginnings(segment, positions, rarest))
  for (const each of others) {
    if (beginnings.documents.length === 0) break
    beginnings = inOrder(thoseThatGoOn(segment, positions, each, beginnings))
  }
  return bestOfEach(beginnings)
}

type Word = { step: number; found: readonly Answering[] }

function allBeginnings(segment: Segment, positions: Positions, { step, found }: Word): Beginnings {
  const begun: Beginnings = { documents: [], positions: [], scores: [] }
  for (const answer of found) {
    eachOccurrence(segment, positions, answer, (document, position, score) => {
      if (position < step) return
      begun.documents.push(document)
      begun.positions.push(position - step)
      begun.scores.push(score)
    })
  }
  return begun
}

function thoseThatGoOn(
  segment: Segment,
  positions: Positions,
  { step, found }: Word,
  before: Beginnings,
): Beginnings {
  const gone: Beginnings = { documents: [], positions: [], scores: [] }
  for (const answer of found) {
    let at = 0
    eachOccurrence(segment, positions, answer, (document, position, score) => {
      const wanted = position - step
      while (at < before.documents.length && isBefore(before, at, document, wanted)) at += 1
      if (before.documents[at] !== document || before.positions[at] !== wanted) return
      gone.documents.push(document)
      gone.positions.push(wanted)
      gone.scores.push((before.scores[at] ?? 0) + score)
    })
  }
  return gone
}

function isBefore(
  { documents, positions }: Beginnings,
  at: number,
  document: number,
  position: number,
): boolean {
  const other = documents[at] ?? 0
  return other < document || (other === document && (positions[at] ?? 0) < position)
}

function eachOccurrence(
  segment: Segment,
  { starts, steps }: Positions,
  { term, worth }: Answering,
  visit: (document: number, position: number, score: number) => void,
): void {
  const { postings, postingStarts } = segment
  const end = postingStarts[term + 1] ?? 0
  let [at, stepAt, document] = [postingStarts[term] ?? 0, starts[term] ?? 0, 0]
  while (at < end) {
    let [posting, shift] = [0, 0]
    for (let byte = 128; byte > 127; at += 1, shift += 7) {
      byte = postings[at] ?? 0
      posting |= (byte & 127) << shift
    }
    document += posting >>> impactBits
    const score = worth[posting & mostImpact] ?? 0
    let position = 0
    for (let hasMore = 1; hasMore === 1; ) {
      let [step, stepShift] = [0, 0]
      for (let byte = 128; byte > 127; stepAt += 1, stepShift += 7) {
        byte = steps[stepAt] ?? 0
        step |= (byte & 127) << stepShift
      }
      position += step >>> 1
      hasMore = step & 1
      visit(document, position, score)
    }
  }
}

/** Those of one word are in order already, those of several are not. */
function inOrder(begun: Beginnings): Beginnings {
  const { documents, positions, scores } = begun
  const isSorted = documents.every(
    (_, at) => at === 0 || !isBefore(begun, at, documents[at - 1] ?? 0, positions[at - 1] ?? 0),
  )
  if (isSorted) return begun
  const order = [...documents.keys()].sort(
    (one, other) =>
      (documents[one] ?? 0) - (documents[other] ?? 0) || (positions[one] ?? 0) - (positions[other] ?? 0),
  )
  const inThatOrder = (values: number[]): number[] => order.map((at) => values[at] ?? 0)
  return {
    documents: inThatOrder(documents),
    positions: inThatOrder(positions),
    scores: inThatOrder(scores),
  }
}

function bestOfEach({ documents, scores }: Beginnings): PhraseHits {
  const [each, best]: [number[], number[]] = [[], []]
  documents.forEach((document, at) => {
    const last = each.length - 1
    const score = scores[at] ?? 0
    if (each[last] !== document) {
      each.push(document)
      best.push(score)
    } else if (score > (best[last] ?? 0)) best[last] = score
  })
  return { documents: Uint32Array.from(each), scores: Float32Array.from(best) }
}
