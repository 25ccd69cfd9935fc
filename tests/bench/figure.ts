import { z } from 'zod'

export const figureSchema = z.strictObject({
  metric: z.string().min(1),
  value: z.number(),
  unit: z.string(),
  /** What the value is held against, measured in the same run and in the same unit. */
  yardstick: z.number().nullable(),
  /** In words; `null` for what is only told. */
  goal: z.string().nullable(),
  /** `null` where there is no goal, or nothing to hold the value against. */
  ok: z.boolean().nullable(),
})
/** One thing that was measured. */
export type Figure = z.infer<typeof figureSchema>

type Goal = { words: string; isMet: (value: number, yardstick: number | null) => boolean | null }

export function figure(
  metric: string,
  value: number,
  unit: string,
  { goal = null, yardstick = null }: { goal?: Goal | null; yardstick?: number | null } = {},
): Figure {
  return {
    metric,
    value,
    unit,
    yardstick,
    goal: goal?.words ?? null,
    ok: goal?.isMet(value, yardstick) ?? null,
  }
}

export function atMost(limit: number): Goal {
  return { words: `at most ${limit}`, isMet: (value) => value <= limit }
}

export function atLeast(limit: number): Goal {
  return { words: `at least ${limit.toLocaleString('en')}`, isMet: (value) => value >= limit }
}

export function atMostTimes(times: number): Goal {
  return {
    words: `at most ${times} times the yardstick`,
    isMet: againstYardstick((value, yardstick) => value <= times * yardstick),
  }
}

/** In the unit of both. */
export function atMostMore(most: number): Goal {
  return {
    words: `at most ${most} more than the yardstick`,
    isMet: againstYardstick((value, yardstick) => value <= yardstick + most),
  }
}

export function atLeastTimes(times: number): Goal {
  const words = times === 1 ? 'at least the yardstick' : `at least ${times} times the yardstick`
  return { words, isMet: againstYardstick((value, yardstick) => value >= times * yardstick) }
}

/** `share` of 0.02 is 2 %. */
export function atMostShare(share: number): Goal {
  const words = `at most ${share * 100} % of the yardstick`
  return { words, isMet: againstYardstick((value, yardstick) => value <= share * yardstick) }
}

export const lessThanYardstick: Goal = {
  words: 'less than the yardstick',
  isMet: againstYardstick((value, yardstick) => value < yardstick),
}

function againstYardstick(holds: (value: number, yardstick: number) => boolean): Goal['isMet'] {
  return (value, yardstick) => (yardstick === null ? null : holds(value, yardstick))
}
