import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { folded, foldedWords } from '../../shared/text/fold.ts'

export type EpisodeNotes = {
  episodeId: EpisodeId
  /** As it was called when the newest note was written. */
  episodeTitle: string
  podcastTitle: string
  notes: Annotation[]
}

/** Groups notes by their episode. Takes them newest first; groups and notes keep that order. */
export function notesByEpisode(newestFirst: readonly Annotation[]): EpisodeNotes[] {
  const groups = new Map<EpisodeId, EpisodeNotes>()
  for (const note of newestFirst) {
    const group = groups.get(note.episodeId)
    if (group !== undefined) {
      group.notes.push(note)
      continue
    }
    groups.set(note.episodeId, {
      episodeId: note.episodeId,
      episodeTitle: note.context.episodeTitle,
      podcastTitle: note.context.podcastTitle,
      notes: [note],
    })
  }
  return [...groups.values()]
}

/** Notes whose words, quote, episode or podcast hold every word that was typed. */
export function notesWith(typed: string, notes: readonly Annotation[]): readonly Annotation[] {
  const words = foldedWords(typed)
  if (words.length === 0) return notes
  return notes.filter((note) => {
    const quote = note.anchor.kind === 'highlight' ? note.anchor.quote : ''
    const { episodeTitle, podcastTitle, chapterTitle } = note.context
    const text = folded([note.body, quote, episodeTitle, podcastTitle, chapterTitle ?? ''].join('\n'))
    return words.every((word) => text.includes(word))
  })
}
