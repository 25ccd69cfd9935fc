// A part of the index: documents in order, words in order, and for each word the documents it stands in. All of it lies in two
// buffers that are stored as they are, so that to load a segment is to read it.

/** Of what is written here: the layout, how text becomes words, and what is kept of each document. Any change is another number. */
const segmentFormat = 1

/** What a document is. Of highlights each kind is one. */
export const segmentKinds = {
  episode: 0,
  chapter: 1,
  note: 2,
  'main-idea': 3,
  'practical-takeaway': 4,
  'failure-mode': 5,
  other: 6,
} as const
export type DocumentKind = keyof typeof segmentKinds

/** In a posting these bits say how well the word describes the document. */
export const impactBits = 4
export const mostImpact = (1 << impactBits) - 1

export type Segment = {
  termCount: number
  documentCount: number
  /** An entry is an episode with its documents, or a note. */
  entryCount: number
  /** Of each word where it begins in `letters`, and one more for where the last ends; words are in order of their units. */
  termStarts: Uint32Array
  letters: Uint16Array
  /** In how many documents each word stands. */
  termDocuments: Uint32Array
  /** Where each word's postings begin, and where the last ends: the step from the document before, then the impact. */
  postingStarts: Uint32Array
  postings: Uint8Array
  /** `segmentKinds`. */
  kinds: Uint8Array
  /** The first document of each entry, and one more for where the last ends. */
  entryStarts: Uint32Array
  /** What is indexed there: whose (a number among `owners`), its place with them, and what it said then. */
  entryOwners: Uint32Array
  entryPlaces: Uint32Array
  entryRevisions: Float64Array
  owners: readonly string[]
  /** All of the above, but `owners`. */
  bytes: ArrayBuffer
}

/** Where words stand in documents, for phrases; apart, as it is read only for them. */
export type Positions = {
  /** Where those of each word begin. */
  starts: Uint32Array
  /** Of each posting: the step from the position before, then whether there is a further one. */
  steps: Uint8Array
  bytes: ArrayBuffer
}

export type SegmentCounts = {
  terms: number
  documents: number
  entries: number
  letters: number
  postings: number
}

const headerWords = 6

/** A segment to be filled, with all its parts in one buffer. */
export function emptySegment(counts: SegmentCounts, owners: readonly string[]): Segment {
  const bytes = new ArrayBuffer(layoutOf(counts).byteLength)
  const header = new Uint32Array(bytes, 0, headerWords)
  header.set([segmentFormat, counts.terms, counts.documents, counts.entries, counts.letters, counts.postings])
  return viewsOf(bytes, counts, owners)
}

/** `null` of bytes that are no whole segment of this format. */
export function openSegment(bytes: ArrayBuffer, owners: readonly string[]): Segment | null {
  if (bytes.byteLength < headerWords * 4) return null
  const [format, terms = 0, documents = 0, entries = 0, letters = 0, postings = 0] = new Uint32Array(
    bytes,
    0,
    headerWords,
  )
  const counts = { terms, documents, entries, letters, postings }
  if (format !== segmentFormat || layoutOf(counts).byteLength !== bytes.byteLength) return null
  return viewsOf(bytes, counts, owners)
}

export function emptyPositions(termCount: number, stepBytes: number): Positions {
  return openPositions(new ArrayBuffer(4 * (termCount + 1) + stepBytes), termCount)
}

export function openPositions(bytes: ArrayBuffer, termCount: number): Positions {
  return {
    starts: new Uint32Array(bytes, 0, termCount + 1),
    steps: new Uint8Array(bytes, 4 * (termCount + 1)),
    bytes,
  }
}

function layoutOf(counts: SegmentCounts) {
  let at = aligned(headerWords * 4)
  const take = (bytes: number): number => {
    const from = at
    at = aligned(at + bytes)
    return from
  }
  const offsets = {
    entryRevisions: take(8 * counts.entries),
    termStarts: take(4 * (counts.terms + 1)),
    termDocuments: take(4 * counts.terms),
    postingStarts: take(4 * (counts.terms + 1)),
    entryStarts: take(4 * (counts.entries + 1)),
    entryPlaces: take(4 * counts.entries),
    letters: take(2 * counts.letters),
    entryOwners: take(4 * counts.entries),
    kinds: take(counts.documents),
    postings: take(counts.postings),
  }
  return { ...offsets, byteLength: at }
}

function viewsOf(bytes: ArrayBuffer, counts: SegmentCounts, owners: readonly string[]): Segment {
  const at = layoutOf(counts)
  return {
    termCount: counts.terms,
    documentCount: counts.documents,
    entryCount: counts.entries,
    termStarts: new Uint32Array(bytes, at.termStarts, counts.terms + 1),
    letters: new Uint16Array(bytes, at.letters, counts.letters),
    termDocuments: new Uint32Array(bytes, at.termDocuments, counts.terms),
    postingStarts: new Uint32Array(bytes, at.postingStarts, counts.terms + 1),
    postings: new Uint8Array(bytes, at.postings, counts.postings),
    kinds: new Uint8Array(bytes, at.kinds, counts.documents),
    entryStarts: new Uint32Array(bytes, at.entryStarts, counts.entries + 1),
    entryOwners: new Uint32Array(bytes, at.entryOwners, counts.entries),
    entryPlaces: new Uint32Array(bytes, at.entryPlaces, counts.entries),
    entryRevisions: new Float64Array(bytes, at.entryRevisions, counts.entries),
    owners,
    bytes,
  }
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8
}
