/** Addresses that are known (STENOBIRD.md, K1 to K3); `base` has no slash at its end. */
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
}

/** Where an address of the service, page or API, names an episode. */
export const episodePathPatterns = [
  /^\/podcast\/([^/]+)\/([^/]+?)(?:\.md|\.html)?\/?$/,
  /^\/v1\/public\/podcasts\/([^/]+)\/episodes\/([^/]+)(?:\/transcription-requests)?\/?$/,
]
