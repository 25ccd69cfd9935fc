import { isAboutTopic, isOpenQuestion } from '../../shared/dossier/dossier-notes.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Tracking } from '../../shared/models/tracking.ts'

export type DossierNotes = {
  questions: readonly Annotation[]
  /** On the topic by their tag or chapter. */
  about: readonly Annotation[]
  /** How many of the person's takeaways stand how. */
  tracked: ReadonlyMap<Tracking['state'], number>
}

/** What the person wrote in the episodes of a topic, newest first. */
export function dossierNotes(
  /** All that it goes by. */
  topicNames: readonly string[],
  notes: readonly Annotation[],
  isOfTopic: (id: EpisodeId) => boolean,
): DossierNotes {
  const its = notes.filter(({ episodeId }) => isOfTopic(episodeId))
  const tracked = new Map<Tracking['state'], number>()
  for (const { tracking } of its) {
    if (tracking !== null) tracked.set(tracking.state, (tracked.get(tracking.state) ?? 0) + 1)
  }
  return {
    questions: its.filter(isOpenQuestion),
    about: its.filter((note) => topicNames.some((topic) => isAboutTopic(note, topic))),
    tracked,
  }
}
