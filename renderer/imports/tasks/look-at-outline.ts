import type { Outline } from '../../../shared/models/outline.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { decodeText } from '../reading/decode-text.ts'
import { largestOutline, megabytes } from '../reading/limits.ts'
import { readOutline } from '../reading/read-outline.ts'

/** Reads a list of subscriptions (OPML). */
export async function lookAtOutline(file: File): Promise<Result<Outline[]>> {
  if (file.size > largestOutline) {
    return refused(file, `It is larger than ${megabytes(largestOutline)}, which no list of podcasts is.`)
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return refused(file, 'It may have been moved meanwhile; choose it again.')
  const decoded = decodeText(new Uint8Array(bytes))
  if (decoded.kind === 'refused') return refused(file, decoded.reason)
  const reading = readOutline(decoded.text)
  return reading.kind === 'refused' ? refused(file, reading.reason) : success(reading.outlines)
}

function refused({ name }: File, reason: string): Result<never> {
  return failure('unreadable', `“${name}” could not be read. ${reason} Nothing was added.`)
}
