import { join } from 'node:path'
import type { AudioLocation } from '../../shared/models/audio.ts'
import type { Download, DownloadAsker } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, meansOffline, type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { completed, isWhole, sizeOf } from './as-found.ts'
import { roomForAutomatic } from './automatic-room.ts'
import { openDownloadList } from './download-list.ts'
import { fileNameFor, type StoredDownload } from './download-store.ts'
import { deleteAside, setAside, takeBack } from './removed-files.ts'
import { createTransfers, type TransferParts } from './transfers.ts'
import { createTurns } from './turns.ts'

type DownloadParts = Omit<TransferParts, 'list' | 'pathOf' | 'tell'> & {
  directory: string
  changed: (downloads: Download[]) => void
}

type StartInput = { episodeId: EpisodeId; title: string; location: AudioLocation; askedBy: DownloadAsker }

export type Downloads = {
  list: () => Download[]
  /** Begins it, or goes on with one that was paused or failed. */
  start: (input: StartInput) => Promise<Result<null>>
  pause: (episodeId: EpisodeId) => Promise<Result<null>>
  resume: (episodeId: EpisodeId) => Promise<Result<null>>
  /** Stops it when it runs, and sets aside what was fetched, until `forget` or the next start. */
  remove: (episodeId: EpisodeId) => Promise<Result<null>>
  /** Takes back the removal. */
  restore: (episodeId: EpisodeId) => Promise<Result<null>>
  /** Deletes what was set aside. */
  forget: (episodeId: EpisodeId) => Promise<Result<null>>
  /** Of these, those that may come by themselves: not in the list, and never removed by the person. */
  wanted: (episodeIds: readonly EpisodeId[]) => EpisodeId[]
  /** The file of a whole download that is still there. */
  fileOf: (episodeId: EpisodeId) => Promise<string | null>
  /** What failed for want of a network is tried again. */
  networkIsBack: () => void
  /** Stops what runs, and resolves when nothing is written any more. */
  stop: () => Promise<void>
}

export async function openDownloads(parts: DownloadParts): Promise<Downloads> {
  const { directory, changed, timers, log } = parts
  const pathOf = (id: EpisodeId): string => join(directory, fileNameFor(id, 'audio'))
  const tell = (): void => changed(seen())
  const list = await openDownloadList({ directory, changed: tell, log })
  const transfers = createTransfers({ ...parts, list, pathOf, tell })
  const seen = (): Download[] => list.seenByPage(transfers.speedOf)
  const turns = createTurns<EpisodeId>()
  /** Those that were removed and can be taken back. */
  const removed = new Map<EpisodeId, StoredDownload>()

  const refused = (error: unknown, undone: string, kept: string): Result<never> => {
    const problem = diskProblem(error, { undone, kept, folder: directory })
    if (problem === null) throw error
    return { ok: false, problem }
  }

  async function start(input: StartInput): Promise<Result<null>> {
    const { episodeId, location, askedBy } = input
    if (location.kind !== 'remote') {
      return failure('bad-arguments', 'This episode’s audio is already on this computer.')
    }
    const before = list.find(episodeId)
    if (askedBy === 'automatic') {
      if (before !== undefined || list.isDeclined(episodeId)) return success(null)
      const refusal = roomForAutomatic(list.rows(), null, parts.automaticBytes())(0)
      if (refusal !== null) return { ok: false, problem: refusal }
    }
    if (before === undefined || before.state === 'failed' || before.state === 'paused') {
      return enqueue(asAsked(input, before, timers.now()))
    }
    if (before.askedBy !== askedBy) await list.change(episodeId, { askedBy }).catch(() => {})
    return success(null)
  }

  async function enqueue(download: StoredDownload): Promise<Result<null>> {
    const { episodeId, askedBy } = download
    const before = list.find(episodeId)
    try {
      if (askedBy === 'person') await list.accept(episodeId)
      await list.put(download)
    } catch (error) {
      // Else it would stand in the list, and never be begun.
      await (before === undefined ? list.drop(episodeId) : list.put(before)).catch(() => {})
      return refused(error, 'The download was not begun', 'What you have stays as it is.')
    }
    transfers.enqueue(episodeId)
    return success(null)
  }

  async function pause(episodeId: EpisodeId): Promise<Result<null>> {
    const before = list.find(episodeId)
    if (before === undefined || (before.state !== 'queued' && before.state !== 'running'))
      return success(null)
    await transfers.halt(episodeId)
    const download = list.find(episodeId)
    if (download === undefined) return success(null)
    // It may have come to its end just then.
    const whole = await sizeOf(pathOf(episodeId))
    const hasEnded = whole !== null && isWhole(download, whole)
    const after = hasEnded ? completed(download, whole) : pausedAt(download, before.receivedBytes)
    await list.put(after).catch((error: unknown) => log.warn(`a pause could not be noted: ${String(error)}`))
    return success(null)
  }

  async function resume(episodeId: EpisodeId): Promise<Result<null>> {
    const download = list.find(episodeId)
    if (download === undefined) return failure('not-found', 'This download is not in the list any more.')
    return start({ ...download, askedBy: 'person' })
  }

  async function remove(episodeId: EpisodeId): Promise<Result<null>> {
    const before = list.find(episodeId)
    if (before === undefined) return success(null)
    await transfers.halt(episodeId)
    const download = list.find(episodeId) ?? before
    try {
      await list.decline(episodeId)
      await setAside(pathOf(episodeId))
    } catch (error) {
      if (before.state === 'queued' || before.state === 'running') transfers.enqueue(episodeId)
      return refused(error, 'The download was not removed', 'It is there as before.')
    }
    removed.set(episodeId, { ...download, state: before.state === 'running' ? 'queued' : before.state })
    try {
      await list.drop(episodeId)
      return success(null)
    } catch (error) {
      // At the next start the list is put right by the files that are there.
      return refused(
        error,
        'The download is removed, but that was not noted down',
        'What else you have stays as it is.',
      )
    }
  }

  async function restore(episodeId: EpisodeId): Promise<Result<null>> {
    const download = removed.get(episodeId)
    if (download === undefined || list.find(episodeId) !== undefined) {
      return failure('not-found', 'The download is deleted already. It can be downloaded again.')
    }
    try {
      await takeBack(pathOf(episodeId))
      await list.accept(episodeId)
      await list.put(download)
    } catch (error) {
      return refused(error, 'The download was not taken back', 'What else you have stays as it is.')
    }
    removed.delete(episodeId)
    if (download.state === 'queued') transfers.enqueue(episodeId)
    return success(null)
  }

  async function forget(episodeId: EpisodeId): Promise<Result<null>> {
    if (!removed.delete(episodeId)) return success(null)
    // What stays is deleted at the next start.
    await deleteAside(pathOf(episodeId)).catch((error: unknown) => log.warn(`not deleted: ${String(error)}`))
    return success(null)
  }

  for (const { episodeId, state } of list.rows()) {
    if (state === 'queued' || state === 'running') transfers.enqueue(episodeId)
  }

  return {
    list: seen,
    start: (input) =>
      turns.run(input.episodeId, async () => {
        await forget(input.episodeId)
        return start(input)
      }),
    pause: (id) => turns.run(id, () => pause(id)),
    resume: (id) => turns.run(id, () => resume(id)),
    remove: (id) => turns.run(id, () => remove(id)),
    restore: (id) => turns.run(id, () => restore(id)),
    forget: (id) => turns.run(id, () => forget(id)),
    wanted: (ids) => ids.filter((id) => list.find(id) === undefined && !list.isDeclined(id)),
    fileOf: async (episodeId) => {
      if (list.find(episodeId)?.state !== 'complete') return null
      const path = pathOf(episodeId)
      return (await sizeOf(path)) === null ? null : path
    },
    networkIsBack: () => {
      for (const { episodeId, state, problemCode } of list.rows()) {
        if (state !== 'failed' || problemCode === null || !meansOffline(problemCode)) continue
        void turns.run(episodeId, () => tryAgain(episodeId))
      }
    },
    stop: async () => {
      await transfers.stop()
      await turns.allEnded()
    },
  }

  async function tryAgain(episodeId: EpisodeId): Promise<void> {
    const download = list.find(episodeId)
    if (download?.state === 'failed') await enqueue({ ...download, state: 'queued', problem: null })
  }
}

/** What was fetched of it from the same address is gone on from. */
function asAsked(
  { episodeId, title, location, askedBy }: StartInput,
  before: StoredDownload | undefined,
  nowMs: number,
): StoredDownload {
  const isSame = JSON.stringify(before?.location) === JSON.stringify(location)
  const { receivedBytes, totalBytes, keptBytes, validator } =
    before !== undefined && isSame
      ? before
      : { receivedBytes: 0, totalBytes: null, keptBytes: 0, validator: null }
  return {
    ...{ episodeId, title, location, askedBy, receivedBytes, totalBytes, keptBytes, validator },
    createdAt: before?.createdAt ?? new Date(nowMs).toISOString(),
    state: 'queued',
    problem: null,
    problemCode: null,
  }
}

function pausedAt(download: StoredDownload, receivedBefore: number): StoredDownload {
  const isLost = receivedBefore > 0 && download.keptBytes === 0
  return {
    ...download,
    state: 'paused',
    receivedBytes: download.keptBytes,
    problem: isLost ? 'Its server cannot go on in the middle of a file, so it begins anew.' : null,
    problemCode: null,
  }
}
