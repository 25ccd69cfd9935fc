import { open, rename, rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { failure, type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import type { StreamAnswer } from '../net/stream.ts'

type Transfer = {
  stream: StreamAnswer
  path: string
  signal: AbortSignal
  hear: (progress: { receivedBytes: number; totalBytes: number | null }) => void
}

/** Room that is left free on the disk, whatever is downloaded. */
const spareBytes = 200 * 1024 * 1024
/** How much is written before the room is looked at again, since a stream can be longer than it says, or endless. */
const bytesBetweenLooks = 32 * 1024 * 1024
const noRoom = failure('disk-full', 'There is not enough room on the disk for this episode.')

/**
 * Writes a stream to `path`: under a temporary name, checked for its length, flushed, then renamed. What is found under
 * the final name is whole.
 */
export async function transferToFile({ stream, path, signal, hear }: Transfer): Promise<Result<null>> {
  const totalBytes = lengthOf(stream.headers)
  if (totalBytes !== null && totalBytes + spareBytes > (await freeBytes(dirname(path)))) {
    await stream.body.cancel()
    return noRoom
  }
  const temporary = `${path}.part`
  const written = await writeBody(stream.body, temporary, signal, (receivedBytes) =>
    hear({ receivedBytes, totalBytes }),
  )
  const whole = written.ok ? checked(written.value, totalBytes) : written
  const named = whole.ok ? await giveName(temporary, path) : whole
  if (!named.ok) await rm(temporary, { force: true })
  return named
}

function checked(receivedBytes: number, totalBytes: number | null): Result<null> {
  if (totalBytes !== null && receivedBytes !== totalBytes) {
    return failure('unreachable', 'The download was cut off before its end. Please try again.')
  }
  if (receivedBytes === 0) return failure('not-audio', 'The address answered with an empty file.')
  return success(null)
}

async function giveName(temporary: string, path: string): Promise<Result<null>> {
  try {
    await rename(temporary, path)
    return success(null)
  } catch (error) {
    return fileOrNetworkProblem(error, path)
  }
}

async function writeBody(
  body: StreamAnswer['body'],
  path: string,
  signal: AbortSignal,
  hear: (receivedBytes: number) => void,
): Promise<Result<number>> {
  let receivedBytes = 0
  let nextLook = bytesBetweenLooks
  try {
    const file = await open(path, 'w')
    try {
      for await (const chunk of body) {
        if (signal.aborted) return failure('cancelled', 'The download was stopped.')
        // Not `write`, which may write a part only, as it does on a disk that is just getting full.
        await file.writeFile(chunk)
        receivedBytes += chunk.byteLength
        hear(receivedBytes)
        if (receivedBytes < nextLook) continue
        nextLook += bytesBetweenLooks
        if ((await freeBytes(dirname(path))) < spareBytes) return noRoom
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return success(receivedBytes)
  } catch (error) {
    if (signal.aborted) return failure('cancelled', 'The download was stopped.')
    return fileOrNetworkProblem(error, path)
  }
}

function fileOrNetworkProblem(error: unknown, path: string): Result<never> {
  const problem = diskProblem(error, {
    undone: 'The episode was not downloaded',
    kept: 'What you have stays as it is.',
    folder: dirname(path),
  })
  if (problem !== null) return { ok: false, problem }
  return failure('unreachable', 'The connection broke off. The download starts again when you ask for it.')
}

function lengthOf(headers: StreamAnswer['headers']): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN)
  return Number.isSafeInteger(length) && length >= 0 ? length : null
}

async function freeBytes(folder: string): Promise<number> {
  try {
    const system = await statfs(folder)
    return system.bavail * system.bsize
  } catch {
    // A file system that does not tell is found out by writing to it.
    return Number.POSITIVE_INFINITY
  }
}
