/** The bounds of playback rate: slower than half is no speech, faster than three times no listening. */
export const slowestRate = 0.5
export const fastestRate = 3
/** One press of `[` or `]`. */
export const rateStep = 0.1

/** One step of the speed panel. */
export const fineRateStep = 0.05

/** The steps that the speed menu offers at once. */
export const commonRates: readonly number[] = [0.8, 1, 1.2, 1.5, 1.8, 2, 2.5, 3]

/** A rate within bounds, at two decimals, so that ten small steps up and ten down end where they began. */
export function boundedRate(rate: number): number {
  if (!Number.isFinite(rate)) return 1
  const rounded = Math.round(rate * 100) / 100
  return Math.min(fastestRate, Math.max(slowestRate, rounded))
}

/** "1.5×", "1×", "1.25×". */
export function rateText(rate: number): string {
  return `${Number(rate.toFixed(2))}×`
}
