import { createReadStream } from 'node:fs'
import { failure, type Result, success } from '../../../shared/result.ts'

export type SavedPage = { text: string; remarks: string[] }

/** More than the page reader takes at four bytes a character. What follows is not read, however long it is. */
const mostBytes = 2_000_000

/** The text of a file, or of standard input for `-`. */
export async function readSavedPage(
  path: string,
  standardInput: AsyncIterable<unknown>,
): Promise<Result<SavedPage>> {
  const source: AsyncIterable<unknown> = path === '-' ? standardInput : createReadStream(path)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of source) {
      const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk))
      chunks.push(bytes)
      length += bytes.length
      if (length > mostBytes) break
    }
  } catch (error) {
    return failure('file', cannotRead(path, error))
  }
  return success(decoded(Buffer.concat(chunks).subarray(0, mostBytes), length > mostBytes))
}

function cannotRead(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return `There is no file ${path}.`
    case 'EISDIR':
      return `${path} is a folder. Name the file in it that holds the page.`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by you.`
    default:
      return `${path} could not be read${code === '' ? '' : ` (${code})`}.`
  }
}

/** UTF-8, or UTF-16 by its mark, or what the page's own head says, or what old editors on Windows write. */
function decoded(bytes: Buffer, isCut: boolean): SavedPage {
  const remarks = looksBinary(bytes) ? ['This does not look like text.'] : []
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return { text: new TextDecoder('utf-16le').decode(bytes), remarks: [] }
  if (mark === 'feff') return { text: new TextDecoder('utf-16be').decode(bytes), remarks: [] }
  try {
    // A cut may go through the middle of a character, which `stream` forgives at the end.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut }), remarks }
  } catch {
    const named = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1]
    const decoder = decoderOf(named ?? '') ?? new TextDecoder('windows-1252')
    const remark = `It is not in UTF-8; it was read as ${decoder.encoding}.`
    return { text: decoder.decode(bytes), remarks: [...remarks, remark] }
  }
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(charset)
    return decoder.encoding === 'utf-8' ? null : decoder
  } catch {
    return null
  }
}

function looksBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8192).includes(0)
}
