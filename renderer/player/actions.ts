/** What the rest of the page does with the player, in one place; inside this folder the parts are imported. */
export { lookForAudio } from './look-for-audio.ts'
export { playPart } from './play-part.ts'
export { pause, playEpisode } from './playing.ts'
export { flushPosition } from './position-keeper.ts'
export { startPlayer } from './start.ts'
export { playFrom, togglePlay } from './transport.ts'
