import type { Episode } from './episode.ts'

/**
 * What a change is told of, in the order it is shown. Not the picture, the actions and the instant of the resource,
 * which say nothing of what is heard.
 */
const toldFields = [
  'title',
  'publishedAt',
  'durationSeconds',
  'processingState',
  'canonicalUrl',
  'summary',
  'topics',
  'highlights',
  'chapters',
  'audio',
] as const
type ToldField = (typeof toldFields)[number]

/** The part of an episode whose changes are told. */
export type ToldEpisode = Pick<Episode, ToldField>

/**
 * What an episode was before it changed, of each field that did. What came after stands in the next newer change of
 * that field, or in the episode as it is: kept here as well, each chapter list would be stored twice.
 */
export type EpisodeChange = {
  /** ISO 8601 UTC: when the change was seen, not when the service made it. */
  noticedAt: string
  before: Partial<ToldEpisode>
}

type FieldStep<Field extends ToldField = ToldField> = {
  [Each in Field]: { field: Each; before: ToldEpisode[Each]; after: ToldEpisode[Each] }
}[Field]

/** A change as a person reads it. */
export type ChangeStep = { noticedAt: string; fields: FieldStep[] }

/** Each field that differs, as it was before; `null` when none does. */
export function changesBetween(before: ToldEpisode, after: ToldEpisode): EpisodeChange['before'] | null {
  const changed = toldFields.filter((field) => !isSame(field, before, after))
  if (changed.length === 0) return null
  const was: EpisodeChange['before'] = {}
  for (const field of changed) copyField(field, before, was)
  return was
}

/** `changes` newest first, as they are stored; `current` is the episode as it is now. Newest first as well. */
export function asSteps(changes: readonly EpisodeChange[], current: ToldEpisode): ChangeStep[] {
  let later = current
  return changes.map(({ noticedAt, before }) => {
    const after = later
    const earlier = { ...after, ...before }
    later = earlier
    return {
      noticedAt,
      fields: toldFields
        .filter((field) => Object.hasOwn(before, field))
        .map((field) => stepOf(field, earlier, after)),
    }
  })
}

function stepOf<Field extends ToldField>(
  field: Field,
  before: ToldEpisode,
  after: ToldEpisode,
): FieldStep<Field> {
  return { field, before: before[field], after: after[field] }
}

function copyField<Field extends ToldField>(
  field: Field,
  from: ToldEpisode,
  to: Partial<Pick<ToldEpisode, Field>>,
): void {
  to[field] = from[field]
}

function isSame(field: ToldField, before: ToldEpisode, after: ToldEpisode): boolean {
  if (field === 'publishedAt') return instantOf(before.publishedAt) === instantOf(after.publishedAt)
  return JSON.stringify(before[field]) === JSON.stringify(after[field])
}

/** "…:00Z" and "…:00.000Z" name one instant. */
function instantOf(publishedAt: string | null): number | null {
  return publishedAt === null ? null : Date.parse(publishedAt)
}
