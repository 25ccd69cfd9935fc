import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { hasTag, tagKey } from '../../shared/models/tags.ts'
import { daysOfInstants } from './days-of.ts'
import { notesWith } from './notes-with.ts'

export const groupings = ['date', 'episode', 'podcast', 'tag', 'topic'] as const
export type Grouping = (typeof groupings)[number]
export const orders = ['newest', 'oldest', 'place'] as const
type NoteOrder = (typeof orders)[number]

/** What is listed, and how. */
export type NotesChoice = {
  typed: string
  tag: string | null
  colour: string | null
  onlyStarred: boolean
  grouping: Grouping
  order: NoteOrder
}

/**
 * Some notes under one heading: a day (`2026-03-04`), an episode, a podcast, a tag as it is written first of all, a topic; `''` of
 * those without.
 */
export type NoteGroup = { key: string; notes: Annotation[] }

/** Topics of an episode; none where it is not known any more. */
export type TopicsOf = (id: EpisodeId) => readonly string[]

/** Takes all notes newest first. A note with two tags stands under both of them. */
export function listedNotes(
  newestFirst: readonly Annotation[],
  choice: NotesChoice,
  topicsOf: TopicsOf,
): { found: readonly Annotation[]; groups: readonly NoteGroup[] } {
  const found = chosen(notesWith(choice.typed, newestFirst), choice)
  const ordered = inOrder(found, choice.order)
  const keysOf = keysBy(choice.grouping, topicsOf)
  const groups = new Map<string, NoteGroup>()
  /** The group of each key, and of each spelling of it. */
  const known = new Map<string, NoteGroup>()
  for (const note of ordered) {
    for (const key of keysOf(note)) {
      const same = choice.grouping === 'tag' && !known.has(key) ? tagKey(key) : key
      const group = known.get(key) ?? groups.get(same) ?? { key, notes: [] }
      if (group.notes.length === 0) groups.set(same, group)
      known.set(key, group)
      group.notes.push(note)
    }
  }
  return { found, groups: orderedGroups([...groups.values()], choice.grouping) }
}

function chosen(notes: readonly Annotation[], choice: NotesChoice): readonly Annotation[] {
  const { tag, colour, onlyStarred } = choice
  if (tag === null && colour === null && !onlyStarred) return notes
  return notes.filter((note) => isChosen(note, choice))
}

function isChosen(note: Annotation, { tag, colour, onlyStarred }: NotesChoice): boolean {
  if (onlyStarred && !note.starred) return false
  if (colour !== null && note.colour !== colour) return false
  return tag === null || hasTag(note.tags, tag)
}

function inOrder(newestFirst: readonly Annotation[], order: NoteOrder): readonly Annotation[] {
  switch (order) {
    case 'newest':
      return newestFirst
    case 'oldest':
      return newestFirst.toReversed()
    case 'place':
      return newestFirst.toSorted(byPlace)
  }
}

function byPlace(one: Annotation, other: Annotation): number {
  if (one.episodeId !== other.episodeId) return one.episodeId < other.episodeId ? -1 : 1
  const [oneSeconds, otherSeconds] = [one, other].map(({ anchor }) => anchor.startSeconds ?? Number.MAX_VALUE)
  return (oneSeconds ?? 0) - (otherSeconds ?? 0) || (one.id < other.id ? -1 : 1)
}

const none = ['']

function keysBy(grouping: Grouping, topicsOf: TopicsOf): (note: Annotation) => readonly string[] {
  switch (grouping) {
    case 'date': {
      const dayOfInstant = daysOfInstants()
      return ({ createdAt }) => [dayOfInstant(createdAt)]
    }
    case 'episode':
      return ({ episodeId }) => [episodeId]
    case 'podcast':
      return ({ context }) => [context.podcastTitle]
    case 'tag':
      return ({ tags }) => (tags.length === 0 ? none : tags)
    case 'topic':
      return ({ episodeId }) => {
        const topics = topicsOf(episodeId)
        return topics.length === 0 ? none : topics
      }
  }
}

/** Episodes, podcasts and days stay in the order of their first note; names are by the alphabet, what has none last. */
function orderedGroups(groups: NoteGroup[], grouping: Grouping): NoteGroup[] {
  if (grouping !== 'tag' && grouping !== 'topic') return groups
  const collator = new Intl.Collator('en')
  return groups.sort((one, other) => {
    if (one.key === '' || other.key === '') return one.key === '' ? 1 : -1
    return collator.compare(one.key, other.key)
  })
}
