import { highlightKinds } from '../models/episode.ts'
import { folded } from '../text/fold.ts'
import type { SearchFilter } from './query.ts'

export const filterNames = [
  'topic',
  'podcast',
  'kind',
  'has',
  'is',
  'before',
  'after',
  'longer',
  'shorter',
  'tag',
] as const
export type FilterName = (typeof filterNames)[number]

type State = Extract<SearchFilter, { by: 'is' }>['state']
type Part = Extract<SearchFilter, { by: 'has' }>['what']

export const kindValues = highlightKinds
export const stateValues: readonly State[] = [
  'unheard',
  'started',
  'heard',
  'downloaded',
  'starred',
  'queued',
]
export const partValues: readonly Part[] = ['notes', 'chapters', 'highlights', 'transcript']

/** What else they are called. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['idea', 'main-idea'],
  ['takeaway', 'practical-takeaway'],
  ['failure', 'failure-mode'],
])

/** One of the values, in the singular or plural, with spaces or hyphens. */
export function knownValue<Value extends string>(values: readonly Value[], typed: string): Value | null {
  const wanted = plainName(typed)
  const meant = otherNames.get(wanted) ?? wanted
  return values.find((value) => plainName(value) === meant) ?? null
}

export function beginsValue(values: readonly string[], typed: string): boolean {
  const begun = folded(typed.trim()).replace(/\s+/g, '-')
  return values.some((value) => value.startsWith(begun))
}

function plainName(text: string): string {
  return folded(text.trim()).replace(/\s+/g, '-').replace(/s$/, '')
}
