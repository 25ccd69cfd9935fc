/** Of what is in order from `from` until before `end`, the first that is not before something; `end` where all are. */
export function firstNotBefore(from: number, end: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [from, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
