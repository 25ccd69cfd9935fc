import { byteWriter } from './bytes.ts'
import { type FieldText, occurrenceWeight, saturated } from './fields.ts'
import { type NumberList, numberList, push } from './number-list.ts'
import {
  type DocumentKind,
  emptyPositions,
  emptySegment,
  impactBits,
  mostImpact,
  type Positions,
  type Segment,
  segmentKinds,
} from './segment.ts'
import { createTermTable } from './term-table.ts'
import { createTokenizer, positionAfter } from './tokens.ts'

export type DocumentText = { kind: DocumentKind; texts: readonly FieldText[] }
/** Whose it is, where it has its place with them, and what it says now. */
type EntryKey = { owner: string; place: number; revision: number }

export type SegmentBuilder = {
  add: (key: EntryKey, documents: readonly DocumentText[]) => void
  entryCount: () => number
  finish: () => { segment: Segment; positions: Positions }
}

const tokenizer = createTokenizer()

export function buildSegment(): SegmentBuilder {
  const terms = createTermTable()
  const owners = new Map<string, number>()
  const entries: { owner: number; place: number; revision: number; firstDocument: number }[] = []
  const kinds = numberList()
  // Each occurrence of a word, in order, and each word of a document once.
  const [occurrenceTerms, occurrencePositions] = [numberList(), numberList()]
  const [postingTerms, postingDocuments, postingImpacts] = [numberList(), numberList(), numberList()]
  const postingOccurrences = numberList()
  let weights = new Float32Array(1 << 13)
  let timesHere = new Uint32Array(1 << 13)

  function add(key: EntryKey, documents: readonly DocumentText[]): void {
    const owner = owners.get(key.owner) ?? owners.size
    owners.set(key.owner, owner)
    entries.push({ owner, place: key.place, revision: key.revision, firstDocument: kinds.length })
    for (const document of documents) addDocument(document)
  }

  function addDocument({ kind, texts }: DocumentText): void {
    const number = kinds.length
    const firstOccurrence = occurrenceTerms.length
    push(kinds, segmentKinds[kind])
    let position = 0
    for (const text of texts) position = addText(text, position)
    for (let at = firstOccurrence; at < occurrenceTerms.length; at += 1) {
      const term = occurrenceTerms.values[at] ?? 0
      const times = timesHere[term] ?? 0
      if (times === 0) continue
      push(postingTerms, term)
      push(postingDocuments, number)
      push(postingImpacts, Math.max(1, Math.round(saturated(weights[term] ?? 0) * mostImpact)))
      push(postingOccurrences, times)
      weights[term] = 0
      timesHere[term] = 0
    }
  }

  /** Gives where the next text begins. */
  function addText({ field, text }: FieldText, position: number): number {
    const count = tokenizer.run(text, position)
    const weight = occurrenceWeight(field, count)
    for (let token = 0; token < count; token += 1) {
      const [start = 0, end = 0] = [tokenizer.starts[token], tokenizer.ends[token]]
      const term = terms.numberOf(tokenizer.text, start, end)
      if (term >= weights.length) makeRoom()
      weights[term] = (weights[term] ?? 0) + weight
      timesHere[term] = (timesHere[term] ?? 0) + 1
      push(occurrenceTerms, term)
      push(occurrencePositions, tokenizer.positions[token] ?? 0)
    }
    return count === 0 ? position : positionAfter(tokenizer.positions[count - 1] ?? 0)
  }

  function makeRoom(): void {
    const [moreWeights, moreTimes] = [
      new Float32Array(2 * weights.length),
      new Uint32Array(2 * weights.length),
    ]
    moreWeights.set(weights)
    moreTimes.set(timesHere)
    weights = moreWeights
    timesHere = moreTimes
  }

  /** The postings of words in order, and the positions that go with each. */
  function written(order: Uint32Array) {
    const postingsByTerm = grouped(postingTerms, terms.count())
    const occurrencesByTerm = grouped(occurrenceTerms, terms.count())
    const [postings, steps] = [byteWriter(3 * postingTerms.length), byteWriter(2 * occurrenceTerms.length)]
    const [postingStarts, stepStarts] = [new Uint32Array(order.length + 1), new Uint32Array(order.length + 1)]

    function writeSteps(firstOccurrence: number, count: number): void {
      let position = 0
      for (let nth = 0; nth < count; nth += 1) {
        const here = occurrencePositions.values[occurrencesByTerm.numbers[firstOccurrence + nth] ?? 0] ?? 0
        steps.number(((here - position) << 1) | (nth + 1 < count ? 1 : 0))
        position = here
      }
    }

    for (const [rank, term] of order.entries()) {
      postingStarts[rank] = postings.length()
      stepStarts[rank] = steps.length()
      let [document, occurrence] = [0, occurrencesByTerm.ends[term - 1] ?? 0]
      const end = postingsByTerm.ends[term] ?? 0
      for (let at = postingsByTerm.ends[term - 1] ?? 0; at < end; at += 1) {
        const posting = postingsByTerm.numbers[at] ?? 0
        const now = postingDocuments.values[posting] ?? 0
        postings.number(((now - document) << impactBits) | (postingImpacts.values[posting] ?? 0))
        document = now
        const times = postingOccurrences.values[posting] ?? 0
        writeSteps(occurrence, times)
        occurrence += times
      }
    }
    postingStarts[order.length] = postings.length()
    stepStarts[order.length] = steps.length()
    return { postings, steps, postingStarts, stepStarts, postingsByTerm }
  }

  function finish(): { segment: Segment; positions: Positions } {
    const order = inOrder(terms.letters(), terms.starts(), terms.count())
    const { postings, steps, postingStarts, stepStarts, postingsByTerm } = written(order)
    const letterCount = terms.starts()[terms.count()] ?? 0
    const segment = emptySegment(
      {
        terms: order.length,
        documents: kinds.length,
        entries: entries.length,
        letters: letterCount,
        postings: postings.length(),
      },
      [...owners.keys()],
    )
    segment.postings.set(postings.bytes())
    segment.postingStarts.set(postingStarts)
    segment.kinds.set(kinds.values.subarray(0, kinds.length))
    let letterAt = 0
    order.forEach((term, rank) => {
      const [from, to] = [terms.starts()[term] ?? 0, terms.starts()[term + 1] ?? 0]
      segment.termStarts[rank] = letterAt
      segment.letters.set(terms.letters().subarray(from, to), letterAt)
      letterAt += to - from
      segment.termDocuments[rank] = (postingsByTerm.ends[term] ?? 0) - (postingsByTerm.ends[term - 1] ?? 0)
    })
    segment.termStarts[order.length] = letterAt
    entries.forEach(({ owner, place, revision, firstDocument }, entry) => {
      segment.entryOwners[entry] = owner
      segment.entryPlaces[entry] = place
      segment.entryRevisions[entry] = revision
      segment.entryStarts[entry] = firstDocument
    })
    segment.entryStarts[entries.length] = kinds.length
    const positions = emptyPositions(order.length, steps.length())
    positions.starts.set(stepStarts)
    positions.steps.set(steps.bytes())
    return { segment, positions }
  }

  return { add, entryCount: () => entries.length, finish }
}

/** Numbers of words, in order of their units. */
function inOrder(letters: Uint16Array, starts: Uint32Array, count: number): Uint32Array {
  const texts = Array.from({ length: count }, (_, term) =>
    String.fromCharCode(...letters.subarray(starts[term], starts[term + 1])),
  )
  return Uint32Array.from(texts.keys()).sort((one, other) =>
    (texts[one] ?? '') < (texts[other] ?? '') ? -1 : 1,
  )
}

/** The indexes of a list, by their value and in order; those of a value end where `ends` of it says. */
function grouped(list: NumberList, values: number): { numbers: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(values)
  for (let at = 0; at < list.length; at += 1) {
    const value = list.values[at] ?? 0
    ends[value] = (ends[value] ?? 0) + 1
  }
  let sum = 0
  for (let value = 0; value < values; value += 1) {
    const count = ends[value] ?? 0
    ends[value] = sum
    sum += count
  }
  const numbers = new Uint32Array(list.length)
  for (let at = 0; at < list.length; at += 1) {
    const value = list.values[at] ?? 0
    const to = ends[value] ?? 0
    numbers[to] = at
    ends[value] = to + 1
  }
  return { numbers, ends }
}
