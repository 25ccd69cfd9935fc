/** What the rest of the page does with the player, in one place. */
export { loadEpisode, pause, play, playEpisode, seekTo } from './playing.ts'
export { flushPosition } from './position-keeper.ts'
export { startPlayer } from './start.ts'
export {
  faster,
  nextChapter,
  playFrom,
  previousChapter,
  setRate,
  setVolume,
  skipBy,
  slower,
  toggleMute,
  togglePlay,
} from './transport.ts'
