/** Programs whose exports are read. */
export type NoteSource = 'readwise' | 'snipd' | 'podnotes'

/** An episode as another program names it. */
export type ForeignEpisode = {
  title: string
  /** Empty where it is not told. */
  podcastTitle: string
  /** Its page, its audio, Earmark's own link: the surest way to find it. */
  addresses: string[]
  feedUrl: string | null
  /** `2026-03-04`. */
  publishedOn: string | null
  durationSeconds: number | null
}

/** A note of another program's, before it is known which episode of the library it is on. */
export type ForeignNote = {
  from: NoteSource
  /** What tells it from all others of the same program, the same in each of its exports. */
  key: string
  episode: ForeignEpisode
  /** On the clock of that program. */
  startSeconds: number | null
  /** Later than its start; `null` of a moment. */
  endSeconds: number | null
  /** What was said; empty when only the note is there. */
  quote: string
  /** Markdown. */
  body: string
  tags: string[]
  starred: boolean
  colour: string | null
  /** ISO 8601 UTC. */
  createdAt: string | null
  /** The same in each of its exports, where `createdAt` may be that of the file: what its id is made of. ISO 8601 UTC. */
  steadyAt: string | null
  /** `false` of what may be of no podcast at all, as a highlight of a book: it is taken only where the library knows its episode. */
  isOfPodcast: boolean
}

/** What was left out of a file, and why, for a person. */
export type LeftOut = { reason: string; count: number }

export type FileReading =
  | { kind: 'notes'; from: NoteSource; notes: ForeignNote[]; leftOut: LeftOut[]; remark: string | null }
  | { kind: 'refused'; reason: string }
