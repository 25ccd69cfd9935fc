import { queueRows } from '../db/queue.ts'
import { countOpenRequests } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { useNoteCount } from '../db/use-note-count.ts'
import { useDownloads } from '../downloads/store.ts'
import { useDueCount } from '../tracker/due-count.ts'
import type { Place } from './places.ts'

export type PlaceCount = { count: number; words: string }

/** What waits or lies in a place; a place with nothing shows no number. */
export function usePlaceCounts(): Partial<Record<Place, PlaceCount>> {
  const queued = useLive(async () => (await queueRows()).length, [])
  const notes = useNoteCount()
  const due = useDueCount()
  const requests = useLive(countOpenRequests, [])
  const downloads = useDownloads(
    (state) => state.downloads?.filter(({ state }) => state === 'queued' || state === 'running').length,
  )
  return {
    ...counted('up-next', queued, 'episode', 'episodes'),
    ...counted('notes', notes, 'note', 'notes'),
    ...counted('tracker', due, 'to look at again', 'to look at again'),
    ...counted('downloads', downloads, 'download under way', 'downloads under way'),
    ...counted('requests', requests, 'request open', 'requests open'),
  }
}

function counted(
  place: Place,
  count: number | undefined,
  one: string,
  many: string,
): Partial<Record<Place, PlaceCount>> {
  if (count === undefined || count === 0) return {}
  return { [place]: { count, words: `${count} ${count === 1 ? one : many}` } }
}
