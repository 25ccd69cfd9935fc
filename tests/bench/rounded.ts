import type { Figure } from './figure.ts'

/** More digits than a run can tell are not told. */
export function rounded(one: Figure): Figure {
  const round = (value: number): number =>
    Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
  return { ...one, value: round(one.value), yardstick: one.yardstick === null ? null : round(one.yardstick) }
}
