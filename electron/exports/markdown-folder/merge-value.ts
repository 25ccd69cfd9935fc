import type { FrontMatterValue } from '../../../shared/formats/front-matter.ts'
import { oneLine } from '../../../shared/formats/plain-text.ts'
import { digestOf } from './digest.ts'

/** A property as whoever reads the file has it: one text, `null` when there is none, or a list of them. */
export type ReadValue = string | null | readonly string[]

/** What becomes of a property, and the digests to be noted down of it. */
type Merged = { value: ReadValue; digests: readonly string[] }

/** A property of ours as it is read back. */
export function readBack(value: FrontMatterValue): ReadValue {
  if (value === null) return null
  if (typeof value !== 'object') return oneLine(String(value))
  return 'date' in value ? value.date : value.map(oneLine)
}

export function digestsOf(value: ReadValue): string[] {
  const texts = value === null ? [] : typeof value === 'string' ? [value] : value
  return texts.map((text) => digestOf(text, 6))
}

/**
 * Of what stands in the file, what Earmark has now, and what it wrote last (`null`: nothing). What the person made of it
 * stays, and `null` is the answer where that is all there is to it.
 */
export function mergeValue(
  there: ReadValue,
  ours: ReadValue,
  before: readonly string[] | null,
): Merged | null {
  const isList = typeof ours === 'object' && ours !== null
  if (isList || (ours === null && Array.isArray(there))) {
    if (typeof there === 'string') return null
    return mergeList(there ?? [], isList ? ours : [], new Set(before))
  }
  if (Array.isArray(there)) return null
  if (there === ours) return { value: ours, digests: digestsOf(ours) }
  const isOurs = there !== null && typeof there === 'string' && before?.includes(digestOf(there, 6)) === true
  return isOurs ? { value: ours, digests: digestsOf(ours) } : null
}

/** An item that the person took out stays out, and one that they put in stays in. */
function mergeList(there: readonly string[], ours: readonly string[], before: ReadonlySet<string>): Merged {
  const wasOurs = (item: string): boolean => before.has(digestOf(item, 6))
  const stay = there.filter((item) => !wasOurs(item) || ours.includes(item))
  const come = ours.filter((item) => !there.includes(item) && !wasOurs(item))
  return { value: [...stay, ...come], digests: digestsOf(ours) }
}
