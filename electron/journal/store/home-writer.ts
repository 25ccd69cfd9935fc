import { randomUUID } from 'node:crypto'
import type { HomeTrouble, HomeTroubleCode } from '../../../shared/kept/home.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Log } from '../../app/log.ts'
import type { Timers } from '../../net/timers.ts'
import { writeIdentity } from '../identity.ts'
import { HomeFault, troubleCodeOf, troubleInWords } from '../trouble.ts'
import { type AppendQueue, createAppendQueue } from './append-queue.ts'
import type { Disk } from './disk.ts'
import { type EncodedChanges, encodeEntries } from './encode-entries.ts'
import { type OpenFolder, openHomeFolder, peekHome, type WantedHome } from './open-home-folder.ts'
import { createSegmentFile, type SegmentFile } from './segment-file.ts'

export type HomeWriter = {
  append: AppendQueue<EncodedChanges>['append']
  /** Opens the folder if it is not open. */
  open: () => Promise<void>
  /** The next entry begins a new file. Gives the number of the newest entry before it. */
  beginNewFile: () => number
  state: () => WriterState
  /** Resolves once what was given before is written, or could not be, however long that takes. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

export type WriterState = {
  /** `null` until it could be read for the first time. */
  homeId: string | null
  /** Of the newest entry that is flushed. */
  lastNumber: number
  trouble: HomeTrouble | null
  /** The file that is added to, and how much of it is flushed. */
  writing: { path: string; bytes: number } | null
  /** What was cut off when it was opened. */
  tornBytes: number
}

export type WriterParts = {
  wanted: WantedHome
  disk: Disk
  timers: Timers
  log: Log
  /** There is trouble now, or none any more. */
  troubleChanged: () => void
  written: (bytes: number) => void
}

/** Keeps the journal of one folder: opens it, adds to it, and says what is in the way. Nothing here rejects. */
export function createHomeWriter(parts: WriterParts): HomeWriter {
  const { wanted, disk, timers, log } = parts
  const { folder } = wanted
  let folderNow: OpenFolder | null = null
  let opening: Promise<OpenFolder> | null = null
  let newFileWanted = false
  let homeId = wanted.homeId
  let lastNumber = 0
  /** The newest that was given to an entry; entries whose flush failed may stand on the disk under theirs. */
  let usedNumber = 0
  let tornBytes = 0
  let trouble: HomeTrouble | null = null

  const queue = createAppendQueue<EncodedChanges>({
    timers,
    write,
    slow: () => {
      // What is in the way may be known better already.
      if (trouble === null) setTrouble('slow', null)
      return trouble?.message ?? ''
    },
  })

  async function write(transactions: EncodedChanges[]): Promise<Result<number[]>> {
    try {
      const now = await open()
      if (!(await now.lock.isOurs())) throw new HomeFault('in-use', 'another Earmark has taken the lock over')
      const file = await fileOf(now)
      const entries = encodeEntries(transactions, usedNumber, isoNow())
      try {
        await file.append(entries.bytes)
      } finally {
        if (file.isSpoilt()) usedNumber = entries.lastNumber
      }
      lastNumber = entries.lastNumber
      usedNumber = lastNumber
      setTrouble(null, null)
      parts.written(entries.bytes.length)
      return success(entries.numbers)
    } catch (error) {
      const code = troubleCodeOf(error)
      if (code === 'missing' || code === 'in-use') await shut()
      setTrouble(code, error)
      return failure('second-home', troubleInWords(code, folder, error))
    }
  }

  async function fileOf(now: OpenFolder): Promise<SegmentFile> {
    if (newFileWanted || now.file?.isSpoilt() === true) await leaveFile(now)
    newFileWanted = false
    now.file ??= await createSegmentFile(disk, folder, {
      homeId: now.homeId,
      firstNumber: usedNumber + 1,
      follows: lastNumber,
      createdAt: isoNow(),
    })
    return now.file
  }

  async function open(): Promise<OpenFolder> {
    if (folderNow !== null) return folderNow
    opening ??= openAnew().finally(() => {
      opening = null
    })
    return opening
  }

  async function openAnew(): Promise<OpenFolder> {
    const found = await openHomeFolder({ folder, homeId }, disk, timers)
    // An older copy of the folder has taken its place: what it lacks is found out row by row, as for a home not seen before.
    if (found.lastNumber < lastNumber) {
      found.homeId = randomUUID()
      await writeIdentity(folder, found.homeId)
    }
    folderNow = found
    homeId = found.homeId
    lastNumber = found.lastNumber
    usedNumber = lastNumber
    tornBytes = found.tornBytes
    if (tornBytes > 0) log.warn(`the journal ended with ${tornBytes} bytes of an unfinished write`)
    return found
  }

  /** A home that takes nothing may still give what it has. */
  async function peek(): Promise<void> {
    const seen = await peekHome(folder).catch(() => null)
    if (seen === null || (homeId !== null && homeId !== seen.homeId)) return
    homeId = seen.homeId
    lastNumber = Math.max(lastNumber, seen.lastNumber)
  }

  async function shut(): Promise<void> {
    const before = folderNow
    folderNow = null
    if (before === null) return
    await leaveFile(before)
    await before.lock.release()
  }

  function setTrouble(code: HomeTroubleCode | null, error: unknown): void {
    if (code === (trouble?.code ?? null)) return
    if (code === null) log.info('the second home takes what is written again')
    else log.error(`the second home has trouble: ${code}`, error)
    trouble = code && { code, message: troubleInWords(code, folder, error), since: isoNow() }
    parts.troubleChanged()
  }

  function isoNow(): string {
    return new Date(timers.now()).toISOString()
  }

  return {
    append: queue.append,
    open: async () => {
      if (folderNow !== null) return
      try {
        await open()
        setTrouble(null, null)
      } catch (error) {
        await peek()
        setTrouble(troubleCodeOf(error), error)
      }
    },
    beginNewFile: () => {
      newFileWanted = true
      return lastNumber
    },
    state: () => ({ homeId, lastNumber, trouble, tornBytes, writing: writingIn(folderNow) }),
    settled: queue.idle,
    close: async () => {
      await queue.idle()
      await shut()
    },
  }
}

function writingIn(folder: OpenFolder | null): { path: string; bytes: number } | null {
  const file = folder?.file
  return file === undefined || file === null ? null : { path: file.path, bytes: file.bytes() }
}

async function leaveFile(folder: OpenFolder): Promise<void> {
  const { file } = folder
  folder.file = null
  await file?.close().catch(() => {})
}
