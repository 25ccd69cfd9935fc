import type { z } from 'zod'
import type { Warnings } from '../reading/warnings.ts'

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; reason: string }

/**
 * Parses an object of which some keys are essential: a bad one of the others is left out with a warning
 * instead of costing the whole.
 */
export function parseLeniently<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  essential: readonly (keyof Shape & string)[],
  value: unknown,
  warnings: Warnings,
): Parsed<z.infer<z.ZodObject<Shape>>> {
  const first = schema.safeParse(value)
  if (first.success) return { ok: true, value: first.data }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'It is not an object.' }
  }
  const bad = new Map(first.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
  const missing = essential.find((key) => bad.has(key))
  if (missing !== undefined)
    return { ok: false, reason: `Its ${missing} cannot be read (${bad.get(missing)}).` }

  for (const [key, reason] of bad) warnings.add(key.replaceAll('_', ' '), `Could not be read (${reason}).`)
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !bad.has(key)))
  const second = schema.safeParse(rest)
  return second.success ? { ok: true, value: second.data } : { ok: false, reason: 'It cannot be read.' }
}
