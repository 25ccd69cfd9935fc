import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ReadwiseHighlight } from '../../../shared/formats/readwise.ts'
import { writeAtomically } from '../../files/write-atomically.ts'

/** Which notes were sent, and as what. */
export type SentNotes = {
  count: () => number
  isSent: (noteId: string, digest: string) => boolean
  /** Resolves once it is on the disk. Rejects with the system's error. */
  note: (sent: readonly { noteId: string; digest: string }[]) => Promise<void>
  /** For another account, by a digest of its token, none was sent. */
  holdFor: (account: string) => Promise<void>
}

const digestDigits = 16
const accountLine = /^account ([\da-f]{16})$/
const entry = /^([\da-f-]{36}) ([\da-f]{16})$/

export function digestOfHighlight(highlight: ReadwiseHighlight): string {
  return shortDigest(JSON.stringify(highlight))
}

export function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digestDigits)
}

/** A line for each; the last of a note holds. Of a line that was cut off in the middle nothing is known, and it is sent again. */
export async function openSentNotes(path: string): Promise<SentNotes> {
  await mkdir(dirname(path), { recursive: true })
  const text = await readFile(path, 'utf8').catch(() => '')
  const digests = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, noteId, digest] = entry.exec(line) ?? []
    if (noteId !== undefined && digest !== undefined) digests.set(noteId, digest)
  }
  let [, account = ''] = accountLine.exec(text.split('\n', 1)[0] ?? '') ?? []
  let needsNewLine = text !== '' && !text.endsWith('\n')

  return {
    count: () => digests.size,
    isSent: (noteId, digest) => digests.get(noteId) === digest,
    note: async (sent) => {
      const lines = sent.map(({ noteId, digest }) => `${noteId} ${digest}\n`).join('')
      const file = await open(path, 'a')
      try {
        await file.writeFile(needsNewLine ? `\n${lines}` : lines)
        await file.sync()
      } finally {
        await file.close()
      }
      needsNewLine = false
      for (const { noteId, digest } of sent) digests.set(noteId, digest)
    },
    holdFor: async (wanted) => {
      if (wanted === account) return
      await writeAtomically(path, `account ${wanted}\n`)
      account = wanted
      digests.clear()
      needsNewLine = false
    },
  }
}
