const minute = 60
const hour = 3600

/** Ends of an axis whose halves read well. */
const readableTops = [
  ...[10 * minute, 20 * minute, 30 * minute, hour],
  ...[1.5 * hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour, 8 * hour, 10 * hour, 20 * hour],
]

/** Where an axis ends that has room for so many seconds. */
export function axisTop(seconds: number): number {
  const readable = readableTops.find((end) => end >= seconds)
  return readable ?? Math.ceil(seconds / (20 * hour)) * 20 * hour
}

/** "0", "30 m", "2 h". */
export function axisText(seconds: number): string {
  if (seconds === 0) return '0'
  return seconds < hour ? `${seconds / minute} m` : `${seconds / hour} h`
}
