import { z } from 'zod'

/** Addresses that are known (STENOBIRD.md, K1 to K5); `base` has no slash at its end. */
export const knownAddresses = {
  /** K1, HTML. */
  episodePage: (base: string, podcastSlug: string, slug: string) =>
    `${base}/podcast/${encodeURIComponent(podcastSlug)}/${encodeURIComponent(slug)}`,
  /** K2, Markdown. */
  episodeMarkdown: (base: string, podcastSlug: string, slug: string) =>
    `${base}/podcast/${encodeURIComponent(podcastSlug)}/${encodeURIComponent(slug)}.md`,
  /** K3, POST. */
  transcriptionRequests: (base: string, podcastSlug: string, slug: string) =>
    `${base}/v1/public/podcasts/${encodeURIComponent(podcastSlug)}/episodes/${encodeURIComponent(slug)}/transcription-requests`,
  /** K4, POST. */
  transcripts: (base: string) => `${base}/v1/transcripts`,
  /** K5. */
  transcript: (base: string, id: string) => `${base}/v1/transcripts/${encodeURIComponent(id)}`,
}

/** What K4 and K5 say of a transcript. */
export const wireTranscriptSchema = z.object({
  id: z.string().min(1).max(300),
  status: z.string(),
  mode: z.string(),
  status_url: z.string(),
  poll_url: z.string(),
  events_url: z.string(),
  result_url: z.string(),
  terminal: z.boolean(),
  result_ready: z.boolean(),
  retry_after_seconds: z.number().nonnegative().nullable(),
})

/** Where an address of the service, page or API, names an episode. */
export const episodePathPatterns = [
  /^\/podcast\/([^/]+)\/([^/]+?)(?:\.md|\.html)?\/?$/,
  /^\/v1\/public\/podcasts\/([^/]+)\/episodes\/([^/]+)(?:\/transcription-requests)?\/?$/,
]
