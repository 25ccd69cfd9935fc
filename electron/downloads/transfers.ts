import PQueue from 'p-queue'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { Timers } from '../net/timers.ts'
import { completed, sizeOf } from './as-found.ts'
import { roomForAutomatic } from './automatic-room.ts'
import type { DownloadList } from './download-list.ts'
import type { StoredDownload } from './download-store.ts'
import { usualSpareBytes } from './free-room.ts'
import { createSpeed, type Speed } from './speed.ts'
import { transferToFile } from './transfer.ts'

export type TransferParts = {
  list: DownloadList
  pathOf: (id: EpisodeId) => string
  /** Tells the page how everything stands. */
  tell: () => void
  openStream: Fetcher['openStream']
  /** So many bytes at most for what nobody asked for. */
  automaticBytes: () => number
  timers: Timers
  log: { warn: (text: string) => void }
  random?: () => number
  spareBytes?: number
}

export type Transfers = {
  /** Runs it when it is its turn: two at a time, those that the person asked for first; nothing any more once stopped. */
  enqueue: (id: EpisodeId) => void
  /** Stops it, or takes it out of the queue; resolves when nothing of it is written any more. */
  halt: (id: EpisodeId) => Promise<void>
  speedOf: (id: EpisodeId) => number | null
  stop: () => Promise<void>
}

const atATime = 2
/** How often the page hears of progress. */
const tellEveryMs = 500
const priorities = { automatic: 0, person: 1 } as const

type Running = {
  control: AbortController
  /** Ends when nothing of it is written any more; at once while it waits for its turn. */
  transfer: Promise<void>
  speed: Speed | null
}

export function createTransfers(parts: TransferParts): Transfers {
  const { list, pathOf, tell, openStream, automaticBytes, timers, log } = parts
  const { random = Math.random, spareBytes = usualSpareBytes } = parts
  const queue = new PQueue({ concurrency: atATime })
  const running = new Map<EpisodeId, Running>()
  let stopTelling: (() => void) | null = null
  let stopped = false

  /** A list that cannot be written holds for as long as the app runs; what it says is then found out anew at the next start. */
  const change = (id: EpisodeId, fields: Partial<StoredDownload>): Promise<void> =>
    list
      .change(id, fields)
      .catch((error: unknown) => log.warn(`the list of downloads could not be written: ${String(error)}`))

  function keepTelling(): void {
    stopTelling ??= timers.after(tellEveryMs, () => {
      stopTelling = null
      tell()
      if ([...running.values()].some(({ speed }) => speed !== null)) keepTelling()
    })
  }

  async function run(id: EpisodeId, mine: Running): Promise<void> {
    const { signal } = mine.control
    const download = list.find(id)
    if (signal.aborted || download === undefined || download.location.kind !== 'remote') return
    await change(id, { state: 'running', problem: null, problemCode: null })
    const speed = createSpeed(timers.now())
    mine.speed = speed
    keepTelling()
    const { keptBytes, validator, totalBytes } = download
    let heardBytes = keptBytes
    const done = await transferToFile({
      url: download.location.url,
      path: pathOf(id),
      point: { bytes: keptBytes, validator, totalBytes },
      openStream,
      signal,
      timers,
      random,
      spareBytes,
      note: ({ bytes, validator, totalBytes }) =>
        list.change(id, { keptBytes: bytes, validator, totalBytes }),
      hear: (progress) => {
        speed.note(Math.max(0, progress.receivedBytes - heardBytes), timers.now())
        heardBytes = progress.receivedBytes
        list.progress(id, progress)
      },
      refusal: (bytes) =>
        list.find(id)?.askedBy === 'automatic'
          ? roomForAutomatic(list.rows(), id, automaticBytes())(bytes)
          : null,
    })
    // Paused or removed while it ran: whoever stopped it says how it stands.
    if (running.get(id) !== mine) return
    running.delete(id)
    const now = list.find(id)
    if (signal.aborted || now === undefined) return
    if (done.ok) await change(id, completed(now, (await sizeOf(pathOf(id))) ?? now.receivedBytes))
    else {
      const { code, message } = done.problem
      const receivedBytes = now.keptBytes
      await change(id, { state: 'failed', problem: message, problemCode: code, receivedBytes })
    }
  }

  async function brokeDown(id: EpisodeId, error: unknown): Promise<void> {
    log.warn(`a download broke down: ${String(error)}`)
    running.delete(id)
    const problem = 'Something in Earmark went wrong with this download. Try again; the log has the details.'
    await change(id, { state: 'failed', problem, problemCode: 'internal' })
  }

  return {
    enqueue: (id) => {
      if (stopped) return
      const mine: Running = { control: new AbortController(), transfer: Promise.resolve(), speed: null }
      running.set(id, mine)
      const priority = priorities[list.find(id)?.askedBy ?? 'person']
      void queue.add(
        () => {
          mine.transfer = run(id, mine).catch((error: unknown) => brokeDown(id, error))
          return mine.transfer
        },
        { priority },
      )
    },
    halt: async (id) => {
      const mine = running.get(id)
      running.delete(id)
      mine?.control.abort()
      await mine?.transfer
    },
    speedOf: (id) => running.get(id)?.speed?.at(timers.now()) ?? null,
    stop: async () => {
      stopped = true
      stopTelling?.()
      queue.clear()
      for (const { control } of running.values()) control.abort()
      await queue.onIdle()
    },
  }
}
