import { access, rm } from 'node:fs/promises'
import { join } from 'node:path'
import PQueue from 'p-queue'
import type { AudioLocation } from '../../shared/models/audio.ts'
import type { Download } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { StreamAnswer } from '../net/stream.ts'
import { fileNameFor, type StoredDownload, seenByPage, storedDownloadsSchema } from './download-store.ts'
import { transferToFile } from './transfer.ts'

type DownloadParts = {
  directory: string
  /** Opens the audio at an address after making sure that it is audio. */
  openAudio: (url: string, signal: AbortSignal) => Promise<Result<StreamAnswer>>
  changed: (downloads: Download[]) => void
  now: () => Date
  log: { warn: (text: string) => void }
}

export type Downloads = {
  list: () => Download[]
  start: (input: { episodeId: EpisodeId; title: string; location: AudioLocation }) => Promise<Result<null>>
  /** Stops it when it runs, and deletes what was fetched. */
  remove: (episodeId: EpisodeId) => Promise<Result<null>>
  /** The file of a whole download that is still there. */
  fileOf: (episodeId: EpisodeId) => Promise<string | null>
  /** Stops what runs, and resolves when nothing is written any more. */
  stop: () => Promise<void>
}

/** How often at most the page hears of progress. */
const progressEveryMs = 250

type Running = {
  control: AbortController
  /** Ends when nothing of it is written any more; at once while it waits for its turn. */
  transfer: Promise<void>
}

export async function openDownloads({
  directory,
  openAudio,
  changed,
  now,
  log,
}: DownloadParts): Promise<Downloads> {
  const store = await openJsonFile(join(directory, 'downloads.json'), storedDownloadsSchema, [], log)
  const transfers = new PQueue({ concurrency: 2 })
  const running = new Map<EpisodeId, Running>()
  let lastToldAtMs = 0

  const pathOf = (id: EpisodeId): string => join(directory, fileNameFor(id, 'audio'))
  const find = (id: EpisodeId): StoredDownload | undefined =>
    store.read().find((each) => each.episodeId === id)
  const tell = (): void => {
    lastToldAtMs = now().getTime()
    changed(store.read().map(seenByPage))
  }
  const keep = async (downloads: StoredDownload[]): Promise<void> => {
    const written = store.write(downloads)
    tell()
    await written
  }
  /** A list that cannot be written holds for as long as the app runs; what it says is then found out anew at the next start. */
  const change = (id: EpisodeId, fields: Partial<StoredDownload>): Promise<void> =>
    keep(store.read().map((each) => (each.episodeId === id ? { ...each, ...fields } : each))).catch(
      (error: unknown) => log.warn(`the list of downloads could not be written: ${String(error)}`),
    )

  const refused = (error: unknown, undone: string, kept: string): Result<never> => {
    const problem = diskProblem(error, { undone, kept, folder: directory })
    if (problem === null) throw error
    return { ok: false, problem }
  }

  const enqueue = (id: EpisodeId, url: string): void => {
    const mine: Running = { control: new AbortController(), transfer: Promise.resolve() }
    running.set(id, mine)
    void transfers.add(() => {
      mine.transfer = run(id, url, mine)
      return mine.transfer
    })
  }

  const run = async (id: EpisodeId, url: string, mine: Running): Promise<void> => {
    const { control } = mine
    if (control.signal.aborted) return
    await change(id, { state: 'running', problem: null })
    const opened = await openAudio(url, control.signal)
    const done = opened.ok
      ? await transferToFile({
          stream: opened.value,
          path: pathOf(id),
          signal: control.signal,
          hear: (progress) => {
            // Into the list in memory only: it is written when the state changes, not with every piece.
            const download = find(id)
            if (download !== undefined) Object.assign(download, progress)
            if (now().getTime() - lastToldAtMs >= progressEveryMs) tell()
          },
        })
      : opened
    // Removed, or asked for anew, while it ran: the newer word counts.
    if (running.get(id) !== mine) return
    running.delete(id)
    if (control.signal.aborted) return
    await change(id, done.ok ? { state: 'complete' } : { state: 'failed', problem: done.problem.message })
  }

  // What was under way when the app ended begins anew.
  for (const { episodeId, state, location } of store.read()) {
    if ((state === 'queued' || state === 'running') && location.kind === 'remote')
      enqueue(episodeId, location.url)
  }

  return {
    list: () => store.read().map(seenByPage),
    start: async ({ episodeId, title, location }) => {
      if (location.kind !== 'remote') {
        return failure('bad-arguments', 'This episode’s audio is already on this computer.')
      }
      const before = find(episodeId)
      if (before !== undefined && before.state !== 'failed') return success(null)
      const download: StoredDownload = {
        episodeId,
        title,
        location,
        state: 'queued',
        receivedBytes: 0,
        totalBytes: null,
        problem: null,
        createdAt: now().toISOString(),
      }
      const known = store.read()
      try {
        await keep([...known.filter((each) => each.episodeId !== episodeId), download])
      } catch (error) {
        // Else it would stand in the list, and never be begun.
        await keep(known).catch(() => {})
        return refused(error, 'The download was not begun', 'What you have stays as it is.')
      }
      enqueue(episodeId, location.url)
      return success(null)
    },
    remove: async (episodeId) => {
      const stopped = running.get(episodeId)
      running.delete(episodeId)
      stopped?.control.abort()
      // Else it could give the whole file its name after that was deleted.
      await stopped?.transfer
      try {
        await rm(pathOf(episodeId), { force: true })
      } catch (error) {
        return refused(error, 'The downloaded file was not deleted', 'It is there as before.')
      }
      try {
        await keep(store.read().filter((each) => each.episodeId !== episodeId))
        return success(null)
      } catch (error) {
        return refused(
          error,
          'The downloaded file is deleted, but that was not noted down',
          'What else you have stays as it is.',
        )
      }
    },
    fileOf: async (episodeId) => {
      if (find(episodeId)?.state !== 'complete') return null
      const path = pathOf(episodeId)
      return access(path).then(
        () => path,
        () => null,
      )
    },
    stop: async () => {
      transfers.clear()
      for (const { control } of running.values()) control.abort()
      await transfers.onIdle()
    },
  }
}
