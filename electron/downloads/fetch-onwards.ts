import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { failure, type Problem, type Result, success } from '../../shared/result.ts'
import { bareContentType, complaintAbout } from '../audio/complaint.ts'
import { signatureBytes } from '../audio/signatures.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { StreamAnswer } from '../net/stream.ts'
import { streamProblem } from '../net/stream-problem.ts'
import { bodyProblem, hostOf, lengthProblem, notOpened, refusedByDisk } from './fetch-problems.ts'
import { lackOfRoom } from './free-room.ts'
import {
  fromTheBeginning,
  goesOnAt,
  type ResumePoint,
  rangeFrom,
  totalBytesOf,
  validatorOf,
} from './resume-point.ts'

export type FetchParts = {
  url: string
  partialPath: string
  openStream: Fetcher['openStream']
  signal: AbortSignal
  /** Resolves once it is on the disk how much of the partial file can be relied on. */
  note: (point: ResumePoint) => Promise<void>
  hear: (progress: { receivedBytes: number; totalBytes: number | null }) => void
  /** Why a file of that length is not to be fetched; `null` when it is. */
  refusal: (totalBytes: number) => Problem | null
  spareBytes: number
}

/** How far it came. Without a problem, the file is whole. */
export type Fetched = { point: ResumePoint; problem: Problem | null }

/**
 * How much is written before it is flushed and noted, and the room looked at again: a stream can be longer than it says,
 * or endless.
 */
const bytesBetweenNotes = 8 * 1024 * 1024
/** Of a disk that is full to the last byte, so that it can be noted how far the file came. */
const bytesGivenBack = 256 * 1024

/**
 * Asks once, for what is missing, and writes it to the partial file. Where the server has another file by now, or cannot
 * go on in the middle, that file is begun anew, once its first bytes are seen to be audio: until then, what is there stays.
 */
export async function fetchOnwards(parts: FetchParts, point: ResumePoint): Promise<Fetched> {
  const opened = await openAnswer(parts, point)
  if (!opened.ok) return { point, problem: notOpened(opened.problem, parts.url) }
  const { answer, first } = opened.value
  const pieces = answer.body[Symbol.asyncIterator]()
  try {
    const begun =
      first === null ? await beginAnew(parts, point, answer, pieces) : await goOn(parts, point, first)
    if (!begun.ok) return { point, problem: begun.problem }
    return await writePieces(parts, begun.value, pieces)
  } finally {
    await pieces.return?.().catch(() => {})
  }
}

type Pieces = AsyncIterator<Uint8Array>
type Begun = { file: FileHandle; point: ResumePoint; beginning: Uint8Array | null }

/** `first` is the byte at which it goes on; `null` where it is the file from its beginning. */
async function openAnswer(
  { url, openStream, signal }: FetchParts,
  point: ResumePoint,
): Promise<Result<{ answer: StreamAnswer; first: number | null }>> {
  const wanted = rangeFrom(point)
  if (wanted !== null) {
    const { first, range, ifRange } = wanted
    const resumed = await openStream(url, { range, ifRange, signal })
    if (!resumed.ok) return resumed
    if (goesOnAt(first, point, resumed.value)) return success({ answer: resumed.value, first })
    if (isWhole(resumed.value)) return success({ answer: resumed.value, first: null })
    await resumed.value.body.cancel().catch(() => {})
  }
  const opened = await openStream(url, { signal })
  if (!opened.ok) return opened
  if (isWhole(opened.value)) return success({ answer: opened.value, first: null })
  await opened.value.body.cancel().catch(() => {})
  return failure('unreadable', `${hostOf(opened.value.url)} sends a part where the whole was asked for.`)
}

function isWhole({ status }: StreamAnswer): boolean {
  return status !== 206 && status !== 416
}

async function beginAnew(
  parts: FetchParts,
  before: ResumePoint,
  answer: StreamAnswer,
  pieces: Pieces,
): Promise<Result<Begun>> {
  const { url, signal, partialPath, spareBytes } = parts
  const host = hostOf(answer.url)
  const beginning = await beginningOf(pieces).then(success, (error: unknown) => ({
    ok: false as const,
    problem: bodyProblem(error, url, partialPath, signal),
  }))
  if (!beginning.ok) return beginning
  const complaint = complaintAbout(bareContentType(answer.headers.get('content-type')), beginning.value)
  if (complaint !== null) {
    return failure('not-audio', `What ${host} sends is ${complaint}. Give another address, or choose a file.`)
  }
  const totalBytes = totalBytesOf(answer)
  const refused = totalBytes === null ? null : parts.refusal(totalBytes)
  if (refused !== null) return { ok: false, problem: refused }
  // What is there of another file makes room for this one.
  const needed = Math.max(0, (totalBytes ?? beginning.value.length) - before.bytes)
  const lack = await lackOfRoom(dirname(partialPath), needed, spareBytes)
  if (lack !== null) return lack
  const point = { bytes: 0, validator: validatorOf(answer.headers), totalBytes }
  try {
    // Before the first byte goes: else bytes of this file would be taken for some of the last one.
    await parts.note(point)
    const file = await open(partialPath, 'w')
    return success({ file, point, beginning: beginning.value })
  } catch (error) {
    return refusedByDisk(error, partialPath)
  }
}

async function goOn(
  { partialPath, spareBytes }: FetchParts,
  point: ResumePoint,
  first: number,
): Promise<Result<Begun>> {
  const missing = point.totalBytes === null ? 0 : point.totalBytes - first
  const lack = await lackOfRoom(dirname(partialPath), missing, spareBytes)
  if (lack !== null) return lack
  try {
    const file = await open(partialPath, 'r+')
    await file.truncate(first)
    return success({ file, point: { ...point, bytes: first }, beginning: null })
  } catch (error) {
    return refusedByDisk(error, partialPath)
  }
}

async function beginningOf(pieces: Pieces): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  for (let length = 0; length < signatureBytes; ) {
    const piece = await pieces.next()
    if (piece.done === true) break
    read.push(piece.value)
    length += piece.value.length
  }
  return Buffer.concat(read)
}

/** Whatever ends it, what was written is flushed and noted. */
async function writePieces(parts: FetchParts, begun: Begun, pieces: Pieces): Promise<Fetched> {
  const { file, point } = begun
  let bytes = point.bytes
  const reached = (): ResumePoint => ({ ...point, bytes })
  const write = async (piece: Uint8Array): Promise<void> => {
    // A disk that is just getting full may take a part only.
    for (let at = 0; at < piece.length; ) {
      const { bytesWritten } = await file.write(piece, at, piece.length - at, bytes)
      at += bytesWritten
      bytes += bytesWritten
    }
    parts.hear({ receivedBytes: bytes, totalBytes: point.totalBytes })
  }
  const settle = async (): Promise<void> => {
    await file.datasync()
    await parts.note(reached())
  }
  const problem = await writeAll(parts, { pieces, begun, write, settle, written: () => bytes })
  try {
    if (problem?.code === 'disk-full') {
      bytes = Math.max(0, bytes - bytesGivenBack)
      await file.truncate(bytes)
    }
    await settle()
  } catch (error) {
    const lost = refusedByDisk(error, parts.partialPath).problem
    // How far it came is not known to be on the disk; what was noted before is.
    return { point: { ...point }, problem: problem ?? lost }
  } finally {
    await file.close().catch(() => {})
  }
  return {
    point: isLongerThanSaid(point, bytes) ? fromTheBeginning : reached(),
    problem: problem ?? lengthProblem(parts.url, reached()),
  }
}

function isLongerThanSaid({ totalBytes }: ResumePoint, bytes: number): boolean {
  return totalBytes !== null && bytes > totalBytes
}

type Writing = {
  pieces: Pieces
  begun: Begun
  write: (piece: Uint8Array) => Promise<void>
  settle: () => Promise<void>
  written: () => number
}

async function writeAll(
  { url, partialPath, signal, refusal, spareBytes }: FetchParts,
  { pieces, begun, write, settle, written }: Writing,
): Promise<Problem | null> {
  let nextNote = written() + bytesBetweenNotes
  try {
    if (begun.beginning !== null) await write(begun.beginning)
    for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
      if (signal.aborted) return streamProblem(null, url, signal)
      await write(piece.value)
      // What more there is may have no end.
      if (isLongerThanSaid(begun.point, written())) return null
      if (written() < nextNote) continue
      nextNote = written() + bytesBetweenNotes
      await settle()
      const refused = begun.point.totalBytes === null ? refusal(written()) : null
      if (refused !== null) return refused
      const lack = await lackOfRoom(dirname(partialPath), 0, spareBytes)
      if (lack !== null && !lack.ok) return lack.problem
    }
    return null
  } catch (error) {
    return bodyProblem(error, url, partialPath, signal)
  }
}
