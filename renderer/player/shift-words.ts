import { clockText } from '../../shared/time/clock.ts'

/** Above this share the audio is not the one that the chapters were made for. */
const sameWithinShare = 0.02

/** Whether the chapters may not fit the audio, so that it is worth saying. */
export function lengthsDiffer(audioSeconds: number | null, statedSeconds: number | null): boolean {
  if (audioSeconds === null || statedSeconds === null || statedSeconds === 0) return false
  return Math.abs(audioSeconds - statedSeconds) / statedSeconds > sameWithinShare
}

/** `isHeld`: the episode is in the player, so that the person can say where a chapter begins. */
export function lengthsText(audioSeconds: number, statedSeconds: number, isHeld: boolean): string {
  const why = audioSeconds > statedSeconds ? 'Inserted adverts' : 'A part that is missing'
  const whatToDo = isHeld
    ? 'When you hear a chapter begin, say so:'
    : 'Play it, and say so when you hear a chapter begin.'
  return `This audio is ${clockText(audioSeconds)} long, and the chapters were made for ${clockText(statedSeconds)}. ${why} may put them in the wrong places. ${whatToDo}`
}

/** "Chapters and notes are 31 seconds later than the service tells them." */
export function offsetText(offsetSeconds: number): string {
  if (offsetSeconds === 0) return 'Chapters and notes are where the service tells them.'
  const by =
    Math.abs(offsetSeconds) < 60 ? secondsText(Math.abs(offsetSeconds)) : clockText(Math.abs(offsetSeconds))
  return `Chapters and notes are ${by} ${offsetSeconds > 0 ? 'later' : 'earlier'} than the service tells them.`
}

function secondsText(seconds: number): string {
  return seconds === 1 ? '1 second' : `${Math.round(seconds)} seconds`
}
