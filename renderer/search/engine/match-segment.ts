import { findPhrase, type PhraseHits } from './find-phrase.ts'
import { type Answering, answering, type TermWorth } from './scores.ts'
import { impactBits, mostImpact, type Positions, type Segment } from './segment.ts'

/** Valid until another segment is matched. */
export type Matches = {
  /** Those found, each once: of every word of the last term in order. */
  documents: Uint32Array
  /** Of each document that was found, what its terms count for together. */
  scores: Float32Array
}

/** Of documents that a term is not to be in. */
const refused = 255
/** Further terms of a query are passed over. */
const mostTerms = 64

/** What is known of each document of a segment. */
type Known = {
  /** How many terms it has, in their order. */
  stages: Uint8Array
  scores: Float32Array
  ofThisTerm: Float32Array
  /** Those that have all terms. */
  found: Uint32Array
  foundCount: number
}

// Used again for each segment: making it for each takes longer than to search.
let known = knownOf(0)

function knownOf(documents: number): Known {
  return {
    stages: new Uint8Array(documents),
    scores: new Float32Array(documents),
    ofThisTerm: new Float32Array(documents),
    found: new Uint32Array(documents),
    foundCount: 0,
  }
}

export function matchSegment(segment: Segment, positions: Positions, terms: readonly TermWorth[]): Matches {
  const { documentCount } = segment
  if (documentCount > known.stages.length) known = knownOf(documentCount)
  known.stages.fill(0, 0, documentCount)
  known.foundCount = 0
  const positive = terms.filter(({ wanted }) => !wanted.without).slice(0, mostTerms)
  // What stands in few documents first, so that the rest is only looked up in those.
  positive.sort((one, other) => one.documents - other.documents)
  positive.forEach((term, stage) => {
    matchTerm(segment, positions, term, { stage, isLast: stage === positive.length - 1 })
  })
  if (positive.length === 0) findAll(documentCount)
  const unwanted = terms.filter(({ wanted }) => wanted.without)
  for (const term of unwanted) refuse(segment, positions, term)
  if (unwanted.length > 0) leaveOutRefused()
  return { documents: known.found.subarray(0, known.foundCount), scores: known.scores }
}

function findAll(documentCount: number): void {
  known.scores.fill(0, 0, documentCount)
  for (let document = 0; document < documentCount; document += 1) known.found[document] = document
  known.foundCount = documentCount
}

function leaveOutRefused(): void {
  const { stages, found, foundCount } = known
  let count = 0
  for (let at = 0; at < foundCount; at += 1) {
    const document = found[at] ?? 0
    if (stages[document] === refused) continue
    found[count] = document
    count += 1
  }
  known.foundCount = count
}

type Stage = { stage: number; isLast: boolean }

function matchTerm(segment: Segment, positions: Positions, term: TermWorth, stage: Stage): void {
  if (term.wanted.words.length > 1) takePhrase(findPhrase(segment, positions, term), stage)
  else for (const answer of answering(segment, term, 0)) takePostings(segment, answer, stage)
}

function takePhrase({ documents, scores }: PhraseHits, { stage, isLast }: Stage): void {
  for (const [at, document] of documents.entries()) {
    const isFound = take(known, document, scores[at] ?? 0, stage) && isLast
    if (!isFound) continue
    known.found[known.foundCount] = document
    known.foundCount += 1
  }
}

function takePostings(
  { postings, postingStarts }: Segment,
  { term, worth }: Answering,
  { stage, isLast }: Stage,
): void {
  const now = known
  const { found } = now
  const end = postingStarts[term + 1] ?? 0
  let [at, document, count] = [postingStarts[term] ?? 0, 0, now.foundCount]
  while (at < end) {
    let byte = postings[at] ?? 0
    at += 1
    let posting = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at] ?? 0
      at += 1
      posting |= (byte & 127) << shift
    }
    document += posting >>> impactBits
    if (take(now, document, worth[posting & mostImpact] ?? 0, stage) && isLast) {
      found[count] = document
      count += 1
    }
  }
  now.foundCount = count
}

/** Tells whether the term is new there. Of several words that answer to one term, the best counts. */
function take(
  { stages, scores, ofThisTerm }: Known,
  document: number,
  score: number,
  stage: number,
): boolean {
  const reached = stages[document] ?? 0
  if (reached === stage) {
    stages[document] = stage + 1
    scores[document] = stage === 0 ? score : (scores[document] ?? 0) + score
    ofThisTerm[document] = score
    return true
  }
  if (reached === stage + 1 && score > (ofThisTerm[document] ?? 0)) {
    scores[document] = (scores[document] ?? 0) + score - (ofThisTerm[document] ?? 0)
    ofThisTerm[document] = score
  }
  return false
}

function refuse(segment: Segment, positions: Positions, term: TermWorth): void {
  const { stages } = known
  if (term.wanted.words.length > 1) {
    for (const document of findPhrase(segment, positions, term).documents) stages[document] = refused
    return
  }
  const { postings, postingStarts } = segment
  for (const { term: number } of answering(segment, term, 0)) {
    const end = postingStarts[number + 1] ?? 0
    let [at, document] = [postingStarts[number] ?? 0, 0]
    while (at < end) {
      let [posting, shift] = [0, 0]
      for (let byte = 128; byte > 127; at += 1, shift += 7) {
        byte = postings[at] ?? 0
        posting |= (byte & 127) << shift
      }
      document += posting >>> impactBits
      stages[document] = refused
    }
  }
}
