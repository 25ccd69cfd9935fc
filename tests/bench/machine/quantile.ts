/** Of the sorted values the one below which a share of them lies; `share` 0.5 is the median. At least one value. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new RangeError('Of no values there is no quantile.')
  return value
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
