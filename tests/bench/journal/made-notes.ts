import { v7 as uuidV7 } from 'uuid'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'

/** So that none has more notes than a page of it shows at once. */
const notesPerEpisode = 20
const episodesPerPodcast = 50

/** The first was made a year before the last. */
const yearMs = 365 * 86_400_000

/** As many notes as a diligent listener makes in years, each as long as notes are, as changes for the second home. */
export function madeNotes(count: number, endMs: number): KeptChange[] {
  return Array.from({ length: count }, (_, index) => {
    const madeAtMs = endMs - yearMs + Math.floor((yearMs * index) / count)
    const note = madeNote(index, madeAtMs)
    return { kind: 'annotations', key: note.id, updatedAt: note.updatedAt, row: note }
  })
}

function madeNote(index: number, madeAtMs: number): AnnotationRow {
  const at = new Date(madeAtMs).toISOString()
  const episode = Math.floor(index / notesPerEpisode)
  const podcast = Math.floor(episode / episodesPerPodcast)
  return {
    id: uuidV7({ msecs: madeAtMs }),
    episodeId: `made-podcast-${podcast}/made-episode-${episode}`,
    anchor: { kind: 'moment', startSeconds: (index % notesPerEpisode) * 90 },
    body: `${bodyBegin} ${index}. ${bodyEnd.slice(0, (index * 37) % bodyEnd.length)}`,
    context: {
      episodeTitle: `Made episode ${episode}`,
      podcastTitle: `Made podcast ${podcast}`,
      chapterTitle: `Part ${index % 7}`,
      chapterStartSeconds: 0,
      durationSeconds: 1800,
    },
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  }
}

const bodyBegin = 'What is worth keeping of this is thought number'
const bodyEnd =
  'It belongs to what was said a while before, “and yet it moves”, and should be read again beside that: first the claim, then what speaks for it, then what does not. *Ask at work who has tried it*, and look it up in the show notes before it is passed on.'
