import { z } from 'zod'
import { kindOfLane, type LaneKey } from '../../../shared/models/highlight-lane.ts'

const topicMatchings = ['all', 'any'] as const
const annotatedChoices = ['any', 'with', 'without'] as const
export type Annotated = (typeof annotatedChoices)[number]

const day = z.iso.date().nullable().catch(null)

/** Which highlights are listed. What cannot be read of one that was kept or typed is as if nothing were chosen there. */
export const laneChoiceSchema = z.object({
  lane: z
    .string()
    .refine((lane) => kindOfLane(lane) !== null)
    .catch('main-idea'),
  topics: z.array(z.string()).catch([]),
  /** Whether an episode is to have all of the topics, or any. */
  matching: z.enum(topicMatchings).catch('all'),
  podcastSlug: z.string().nullable().catch(null),
  /** Calendar days where the person is, both among those that are listed. */
  fromDay: day,
  toDay: day,
  /** Whether the person has to have, or not to have, a note or mark on it. */
  annotated: z.enum(annotatedChoices).catch('any'),
})
export type LaneChoice = z.infer<typeof laneChoiceSchema>

export const everyHighlight: Omit<LaneChoice, 'lane'> = {
  topics: [],
  matching: 'all',
  podcastSlug: null,
  fromDay: null,
  toDay: null,
  annotated: 'any',
}

/** How many things narrow what is listed. */
export function narrowings({ topics, podcastSlug, fromDay, toDay, annotated }: LaneChoice): number {
  const others = [podcastSlug !== null, fromDay !== null || toDay !== null, annotated !== 'any']
  return topics.length + others.filter((narrows) => narrows).length
}

const place = '/highlights'

/** `/highlights/lane=main-idea&topic=DevOps`. */
export function addressOfChoice(choice: LaneChoice): string {
  return `${place}/${parametersOf(choice)}`
}

/** What an address (`location.hash`) asks for; `null` when it does not say. */
export function choiceInAddress(hash: string): LaneChoice | null {
  const given = hash.replace(/^#?\/?/, '/')
  const text = given.startsWith(`${place}/`) ? given.slice(place.length + 1) : ''
  if (text === '') return null
  const parameters = new URLSearchParams(text)
  return laneChoiceSchema.parse({
    lane: parameters.get('lane') as LaneKey | null,
    topics: [...new Set(parameters.getAll('topic'))],
    matching: parameters.get('match'),
    podcastSlug: parameters.get('podcast'),
    fromDay: parameters.get('from'),
    toDay: parameters.get('to'),
    annotated: parameters.get('notes'),
  })
}

function parametersOf({
  lane,
  topics,
  matching,
  podcastSlug,
  fromDay,
  toDay,
  annotated,
}: LaneChoice): string {
  const given = [
    ['lane', lane],
    ...topics.map((topic) => ['topic', topic]),
    ...(topics.length > 1 ? [['match', matching]] : []),
    ...(podcastSlug === null ? [] : [['podcast', podcastSlug]]),
    ...(fromDay === null ? [] : [['from', fromDay]]),
    ...(toDay === null ? [] : [['to', toDay]]),
    ...(annotated === 'any' ? [] : [['notes', annotated]]),
  ]
  // `%` would be encoded once more with the hash by some, and a `?` begin the search.
  return new URLSearchParams(given).toString()
}
