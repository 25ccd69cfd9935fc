import type { Catalogue } from '../catalogue/catalogue.ts'
import type { MarkdownLayout } from '../pages/episode-markdown.ts'
import type { Readwise } from './readwise-routes.ts'

/** A request for a transcript (K3) that arrived and was accepted. */
type TranscriptionRequest = {
  podcastSlug: string
  episodeSlug: string
  idempotencyKey: string | null
  /** Whether this key had been used for this episode before. */
  isRepeated: boolean
  /** ISO 8601 UTC. */
  receivedAt: string
}

/** What routes answer from. */
export type World = {
  catalogue: Catalogue
  markdownLayout: MarkdownLayout
  /** Episodes that a page of A3 holds at most, whatever limit is asked for. */
  greatestPage: number
  transcriptionRequests: TranscriptionRequest[]
  readwise: Readwise
}
