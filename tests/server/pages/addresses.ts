type Named = { podcastSlug: string; slug: string }

/** Paths of everything that leads to an episode; each origin is put before them by who answers. */
export const episodePath = ({ podcastSlug, slug }: Named) => `/podcast/${podcastSlug}/${slug}`
export const episodeApiPath = ({ podcastSlug, slug }: Named) =>
  `/v1/public/podcasts/${podcastSlug}/episodes/${slug}`
export const publisherPath = ({ podcastSlug, slug }: Named) => `/publisher/${podcastSlug}/${slug}`
export const audioPath = ({ podcastSlug, slug }: Named) => `/audio/${podcastSlug}/${slug}.wav`
/** Leads to `audioPath` by a redirect, as a publisher's counting address does. */
export const countedAudioPath = ({ podcastSlug, slug }: Named) => `/counted/${podcastSlug}/${slug}.mp3`
export const feedPath = (podcastSlug: string) => `/feeds/${podcastSlug}.xml`
export const imagePath = (podcastSlug: string) => `/images/${podcastSlug}.png`
