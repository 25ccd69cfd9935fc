/** Beyond what is seen, so that a short scroll shows what is there already. */
const pixelsBeyond = 300

/** Where each line begins in CSS pixels, and one more: where the last ends. */
export function topsOf<Line>(lines: readonly Line[], heightOf: (line: Line) => number): Float64Array {
  const tops = new Float64Array(lines.length + 1)
  let top = 0
  for (const [index, line] of lines.entries()) {
    tops[index] = top
    top += heightOf(line)
  }
  tops[lines.length] = top
  return tops
}

/** Which lines are to be built: from `first` until before `end`. */
export function linesSeen(
  tops: Float64Array,
  { scrollTop, height }: { scrollTop: number; height: number },
): { first: number; end: number } {
  const first = Math.max(0, lineAt(tops, scrollTop - pixelsBeyond))
  const end = Math.min(tops.length - 1, lineAt(tops, scrollTop + height + pixelsBeyond) + 1)
  return { first: Math.min(first, end), end }
}

/** Their indices; what holds the tab stop stays built, so that the list can be entered however far it was scrolled. */
export function linesBuilt(first: number, end: number, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}

/** The last line that begins at or above there. */
function lineAt(tops: Float64Array, pixels: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tops[middle] ?? 0) <= pixels) low = middle + 1
    else high = middle
  }
  return low - 1
}
