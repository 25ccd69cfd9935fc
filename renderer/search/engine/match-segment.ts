import { findPhrase } from './find-phrase.ts'
import { answering, type TermWorth } from './scores.ts'
import { impactBits, mostImpact, type Positions, type Segment } from './segment.ts'

/** Of each document of a segment how many terms it has, in their order, and what they count for together. */
export type Matches = {
  /** A document is found when it has `all` there. */
  stages: Uint8Array
  all: number
  scores: Float32Array
}

/** Of documents that a term is not to be in. */
const refused = 255
/** Further terms of a query are passed over. */
const mostTerms = 64

// Used again for each segment: making them for each takes longer than to search.
let stages = new Uint8Array()
let scores = new Float32Array()
let ofThisTerm = new Float32Array()

/** What it gives is valid until it is called again. */
export function matchSegment(segment: Segment, positions: Positions, terms: readonly TermWorth[]): Matches {
  const { documentCount } = segment
  if (documentCount > stages.length) {
    stages = new Uint8Array(documentCount)
    scores = new Float32Array(documentCount)
    ofThisTerm = new Float32Array(documentCount)
  }
  stages.fill(0, 0, documentCount)
  const positive = terms.filter(({ wanted }) => !wanted.without).slice(0, mostTerms)
  // What stands in few documents first, so that the rest is only looked up in those.
  positive.sort((one, other) => one.documents - other.documents)
  if (positive.length === 0) scores.fill(0, 0, documentCount)
  positive.forEach((term, stage) => {
    matchTerm(segment, positions, term, stage)
  })
  for (const term of terms) {
    if (term.wanted.without) refuse(segment, positions, term)
  }
  return { stages, all: positive.length, scores }
}

function matchTerm(segment: Segment, positions: Positions, term: TermWorth, stage: number): void {
  if (term.wanted.words.length > 1) {
    const { documents, scores: found } = findPhrase(segment, positions, term)
    documents.forEach((document, at) => {
      take(document, found[at] ?? 0, stage)
    })
    return
  }
  for (const { term: number, worth } of answering(segment, term, 0))
    takePostings(segment, number, worth, stage)
}

function takePostings(
  { postings, postingStarts }: Segment,
  term: number,
  worth: Float32Array,
  stage: number,
): void {
  const end = postingStarts[term + 1] ?? 0
  let [at, document] = [postingStarts[term] ?? 0, 0]
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
    take(document, worth[posting & mostImpact] ?? 0, stage)
  }
}

/** Of several words that answer to one term, the best counts. */
function take(document: number, score: number, stage: number): void {
  const now = stages[document]
  if (now === stage) {
    stages[document] = stage + 1
    scores[document] = stage === 0 ? score : (scores[document] ?? 0) + score
    ofThisTerm[document] = score
  } else if (now === stage + 1 && score > (ofThisTerm[document] ?? 0)) {
    scores[document] = (scores[document] ?? 0) + score - (ofThisTerm[document] ?? 0)
    ofThisTerm[document] = score
  }
}

function refuse(segment: Segment, positions: Positions, term: TermWorth): void {
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
