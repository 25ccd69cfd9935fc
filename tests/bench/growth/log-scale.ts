export type LogScale = {
  place: (value: number) => number
  /** Round numbers from the first below all values to the first above. */
  ticks: number[]
}

const steps = [1, 2, 5]

/** Where values above 0 lie on a logarithmic axis between two places. */
export function logScale(values: readonly number[], [from, to]: readonly [number, number]): LogScale {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const ticks = ticksAround(least, most)
  const first = Math.log(Math.min(least, ticks[0] ?? least))
  const last = Math.log(Math.max(most, ticks.at(-1) ?? most))
  // One value alone lies at the beginning.
  const length = last - first || 1
  return { place: (value) => from + ((to - from) * (Math.log(value) - first)) / length, ticks }
}

function ticksAround(least: number, most: number): number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(most / least)) + 3 },
    (_, at) => 10 ** (Math.floor(Math.log10(least)) - 1 + at),
  )
  const all = powers.flatMap((power) => steps.map((step) => step * power))
  const below = all.findLastIndex((tick) => tick <= least)
  const above = all.findIndex((tick) => tick >= most)
  return all.slice(Math.max(0, below), above + 1)
}
