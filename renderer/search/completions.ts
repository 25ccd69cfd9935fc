import {
  type FilterName,
  filterNames,
  kindValues,
  partValues,
  stateValues,
} from '../../shared/search/filter-values.ts'
import { piecesOf } from '../../shared/search/pieces.ts'
import { nameText } from '../../shared/search/query-text.ts'
import { folded } from '../../shared/text/fold.ts'

/** What could stand where the cursor is. */
export type Completion = {
  label: string
  /** What it is, or how many episodes have it. */
  detail: string
  /** The whole text once it is taken, and where the cursor is then. */
  text: string
  cursor: number
}

/** What the library has, each only asked for where it can stand. */
export type KnownValues = {
  topics: () => readonly KnownValue[]
  podcasts: () => readonly KnownValue[]
  tags: () => readonly KnownValue[]
}
/** `others` are names that it is found by as well. */
type Named = { name: string; others?: readonly string[] }
export type KnownValue = Named & { count: number }

const mostCompletions = 8
/** Of words alone, what begins a filter's name is only offered once it is more than a letter. */
const fewestLetters = 2

export type Asked = 'typed' | 'by-hand'

/** Of a filter's values those that fit what was typed; of a word, filters whose name it begins; by hand, all filters. */
export function completionsAt(text: string, cursor: number, known: KnownValues, asked: Asked): Completion[] {
  const piece = piecesOf(text).find(({ start, end }) => start < cursor && cursor <= end)
  if (piece === undefined) return asked === 'by-hand' ? namesFor('', text, cursor, cursor) : []
  if (piece.kind === 'phrase') return []
  if (piece.kind === 'plain') {
    const start = piece.start + (piece.without ? 1 : 0)
    const typed = text.slice(start, cursor)
    return typed.length < fewestLetters ? [] : namesFor(typed, text, start, piece.end)
  }
  const value = piece.values.findLast(({ start }) => start <= cursor)
  if (value === undefined) return []
  const typed = folded(text.slice(value.start, cursor).replace(/^["“”„]/, ''))
  return fitting(valuesOf(piece.name, known), typed)
    .filter(({ name }) => nameText(name) !== text.slice(value.start, value.end))
    .map(({ name, detail }) => ({
      label: name,
      detail,
      ...taken(text, value.start, value.end, nameText(name)),
    }))
}

function namesFor(typed: string, text: string, start: number, end: number): Completion[] {
  return filterNames
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({
      label: `${name}:`,
      detail: nameDetails[name],
      text: `${text.slice(0, start)}${name}:${text.slice(end)}`,
      cursor: start + name.length + 1,
    }))
}

/** Followed by a space, so that one can type on. */
function taken(text: string, start: number, end: number, value: string): { text: string; cursor: number } {
  const rest = text.slice(end)
  const space = rest.startsWith(' ') || rest.startsWith(',') ? '' : ' '
  return {
    text: `${text.slice(0, start)}${value}${space}${rest}`,
    cursor: start + value.length + (rest.startsWith(',') ? 0 : 1),
  }
}

/** Those that begin with it, then those with a word that does, then those that hold it. */
export function fitting<Value extends Named>(values: readonly Value[], typed: string): Value[] {
  const ranks: Value[][] = [[], [], []]
  for (const value of values) {
    const names = [value.name, ...(value.others ?? [])]
    ranks[Math.min(...names.map((name) => rankOf(folded(name), typed)))]?.push(value)
  }
  return ranks.flat().slice(0, mostCompletions)
}

function rankOf(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0
  if (/[\s-]/.test(name) && name.split(/[\s-]+/).some((word) => word.startsWith(typed))) return 1
  return name.includes(typed) ? 2 : Number.POSITIVE_INFINITY
}

type Offered = Named & { detail: string }

function valuesOf(filter: FilterName, known: KnownValues): readonly Offered[] {
  switch (filter) {
    case 'topic':
      return counted(known.topics(), 'episode')
    case 'podcast':
      return counted(known.podcasts(), 'episode')
    case 'tag':
      return counted(known.tags(), 'note')
    case 'kind':
      return described(kindValues, kindDetails)
    case 'has':
      return described(partValues, partDetails)
    case 'is':
      return described(stateValues, stateDetails)
    case 'before':
    case 'after':
      return dates
    case 'longer':
    case 'shorter':
      return lengths
  }
}

function counted(values: readonly KnownValue[], noun: string): Offered[] {
  return values.map(({ count, ...named }) => ({
    ...named,
    detail: `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`,
  }))
}

function described<Name extends string>(
  names: readonly Name[],
  details: Readonly<Record<Name, string>>,
): Offered[] {
  return names.map((name) => ({ name, detail: details[name] }))
}

const nameDetails: Readonly<Record<FilterName, string>> = {
  topic: 'Episodes with a topic',
  podcast: 'Of one podcast',
  kind: 'A kind of highlight',
  has: 'With notes, chapters and so on',
  is: 'Unheard, downloaded and so on',
  before: 'Published before a date',
  after: 'Published from a date on',
  longer: 'Longer than a time',
  shorter: 'Shorter than a time',
  tag: 'With a tag of your notes',
}

const kindDetails = {
  'main-idea': 'What it is about',
  'practical-takeaway': 'What to try',
  'failure-mode': 'What goes wrong',
  other: 'Any other kind',
} as const

const partDetails = {
  notes: 'You wrote something on it',
  chapters: 'It is divided',
  highlights: 'There are any',
  transcript: 'Its words can be read',
} as const

const stateDetails = {
  unheard: 'Nothing of it was heard',
  started: 'Heard in part',
  heard: 'Heard to the end',
  downloaded: 'On this computer',
  starred: 'With a starred note',
  queued: 'In Up next',
} as const

const dates: readonly Offered[] = [
  { name: '7d', detail: 'A week ago' },
  { name: '30d', detail: 'A month ago' },
  { name: '365d', detail: 'A year ago' },
]

const lengths: readonly Offered[] = [
  { name: '15m', detail: 'A quarter of an hour' },
  { name: '30m', detail: 'Half an hour' },
  { name: '45m', detail: 'Three quarters of an hour' },
  { name: '1h', detail: 'An hour' },
  { name: '1h30', detail: 'An hour and a half' },
  { name: '2h', detail: 'Two hours' },
]
