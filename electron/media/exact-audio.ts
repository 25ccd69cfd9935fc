import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AudioTiming } from '../../shared/models/audio.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { indexFrames } from './mp3/frame-index.ts'
import { mp4Head } from './mp3/mp4-head.ts'

/** How a file is played so that what is heard at a moment is what is there at that moment. */
export type ExactAudio = {
  timing: AudioTiming
  /** `null` where the file knows its times by itself, or nobody does. */
  head: MediaHead | null
}

/** What stands before the bytes of a file, as long as it has as many of them as then (`mp3/mp4-head.ts`). */
export type MediaHead = { bytes: Buffer; fileBytes: number }

export type FindExactAudio = (path: string) => Promise<ExactAudio>

type ExactAudioParts = {
  /** Where is kept what was found out, so that each file is read through once. */
  folder: string
  log: { warn: (text: string) => void }
}

/** More than a person plays in a month; an hour's head has half a megabyte. */
const mostKept = 200

export function createFindExactAudio({ folder, log }: ExactAudioParts): FindExactAudio {
  /** One file is not read twice at once. */
  const underWay = new Map<string, Promise<ExactAudio>>()

  async function find(path: string): Promise<ExactAudio> {
    const file = await open(path, 'r')
    try {
      const { size, mtimeMs } = await file.stat()
      const name = join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.head`)
      const facts = { bytes: size, mtimeMs }
      const beginning = Buffer.alloc(16)
      // At once, since a person waits to hear it.
      const [kept] = await Promise.all([readKept(name, facts), file.read(beginning, 0, beginning.length, 0)])
      if (knowsItsTimes(beginning)) return { timing: 'exact', head: null }
      if (kept !== null) return kept
      const index = await indexFrames(file, size)
      const head = index === null ? null : mp4Head(index, size)
      // Without it, it is found out again.
      await keep(name, facts, head).catch((error: unknown) =>
        log.warn(`what is known of ${path} could not be kept: ${String(error)}`),
      )
      return asExact(head, size)
    } finally {
      await file.close()
    }
  }

  async function keep(name: string, facts: FileFacts, head: Buffer | null): Promise<void> {
    await mkdir(folder, { recursive: true })
    const kept: z.infer<typeof keptFactsSchema> = { version: 1, ...facts, headBytes: head?.length ?? 0 }
    await writeAtomically(name, Buffer.concat([Buffer.from(`${JSON.stringify(kept)}\n`), head ?? noHead]))
    await removeOldest(folder)
  }

  return (path) => {
    const known = underWay.get(path)
    if (known !== undefined) return known
    const finding = find(path)
      .catch((error: unknown): ExactAudio => {
        log.warn(`${path} could not be read through: ${String(error)}`)
        return unknowable
      })
      .finally(() => underWay.delete(path))
    underWay.set(path, finding)
    return finding
  }
}

const unknowable: ExactAudio = { timing: 'estimated', head: null }

/** By which a file is known again. */
type FileFacts = { bytes: number; mtimeMs: number }
const keptFactsSchema = z.object({
  version: z.literal(1),
  bytes: z.number(),
  mtimeMs: z.number(),
  /** 0 when it has none. */
  headBytes: z.number(),
})
const noHead = Buffer.alloc(0)
const lineEnd = 0x0a

async function readKept(name: string, facts: FileFacts): Promise<ExactAudio | null> {
  try {
    const bytes = await readFile(name)
    const end = bytes.indexOf(lineEnd)
    const found = keptFactsSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    const head = bytes.subarray(end + 1)
    if (found.bytes !== facts.bytes || found.mtimeMs !== facts.mtimeMs) return null
    if (found.headBytes !== head.length) return null
    // By it the ones that were not played for longest are known.
    const now = new Date()
    void utimes(name, now, now).catch(() => {})
    return asExact(head.length === 0 ? null : head, facts.bytes)
  } catch {
    return null
  }
}

function asExact(head: Buffer | null, fileBytes: number): ExactAudio {
  return head === null ? unknowable : { timing: 'exact', head: { bytes: head, fileBytes } }
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.head'))
  if (names.length <= mostKept) return
  const dated = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      return { path, mtimeMs: (await stat(path).catch(() => null))?.mtimeMs ?? 0 }
    }),
  )
  dated.sort((one, other) => other.mtimeMs - one.mtimeMs)
  await Promise.all(dated.slice(mostKept).map(({ path }) => rm(path, { force: true })))
}

/** MP4, Ogg, FLAC, WAV and Matroska. */
function knowsItsTimes(beginning: Buffer): boolean {
  const four = beginning.toString('latin1', 0, 4)
  return (
    beginning.toString('latin1', 4, 8) === 'ftyp' ||
    ['OggS', 'fLaC', 'RIFF', '\x1A\x45\xDF\xA3'].includes(four)
  )
}
