import { v7 as newId } from 'uuid'
import { openSecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import { episodeIdSchema } from '../../../shared/models/identity.ts'
import { silentLog } from '../../electron/silent-log.ts'

const notesAtOnce = 200

/** Gives a data folder a second home with many notes in it, from which the app makes its library. Their texts. */
export async function layDownNotes(dataDirectory: string, count: number): Promise<string[]> {
  const home = await openSecondHome({
    dataDirectory,
    timers: systemTimers,
    log: silentLog,
  })
  const notes = Array.from({ length: count }, (_, index) => noteOf(index))
  for (let from = 0; from < count; from += notesAtOnce) {
    const changes = notes
      .slice(from, from + notesAtOnce)
      .map((row) => ({ kind: 'annotations' as const, key: row.id, updatedAt: row.updatedAt, row }))
    const appended = await home.append(changes)
    if (!appended.ok) throw new Error(appended.problem.message)
  }
  await home.close({ withSnapshot: true })
  return notes.map(({ body }) => body)
}

/** Of an episode that the library does not know. */
export function noteOf(index: number): AnnotationRow {
  const now = new Date().toISOString()
  return {
    id: newId(),
    episodeId: episodeIdSchema.parse(`long-ago/episode-${index % 40}`),
    anchor: { kind: 'moment', startSeconds: index },
    body: `Laid down, ${index}. ${'Something worth keeping. '.repeat(6)}`.trim(),
    context: {
      episodeTitle: 'Long ago',
      podcastTitle: 'Long ago',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
}
