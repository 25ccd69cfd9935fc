import { z } from 'zod'
import { keptKinds } from './kinds.ts'

/** A database key as text; the longest of ours, a draft's, has two slugs and a highlight's words (5000 at most). */
const longestKey = 8000

/** Text nested deeper than this is nothing a person made, and code that walks through it would overflow the stack. */
const deepestNesting = 100

/**
 * In characters of JSON: many times the longest note. In UTF-8 it is at most three times as long, which every file of the second
 * home and every archive has room for.
 */
const longestChange = 11_000_000

/** Whether a second home or an archive takes it; `json` is the change as `JSON.stringify` writes it. */
export function isTooLong(json: string): boolean {
  return json.length > longestChange
}

/** One row put, or with `row: null` deleted. Of two of the same kind and key the later `updatedAt` holds (`merge.ts`). */
export const keptChangeSchema = z.object({
  kind: z.enum(keptKinds),
  key: z.string().min(1).max(longestKey),
  /** ISO 8601 UTC; of a row that was put, its own. */
  updatedAt: z.iso.datetime(),
  row: z
    .unknown()
    .refine((row) => row === null || (typeof row === 'object' && !Array.isArray(row)), 'not a row')
    .refine((row) => !nestsDeeperThan(row, deepestNesting), 'nested too deeply'),
})
export type KeptChange = z.infer<typeof keptChangeSchema>

function nestsDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => nestsDeeperThan(part, levels - 1))
}
