/** Of notes on the episode `night/a`, of which nothing else matters. */
export const noteContext = {
  episodeTitle: 'A',
  podcastTitle: 'Night',
  chapterTitle: null,
  chapterStartSeconds: null,
  durationSeconds: null,
}
