import { createHash, type Hash, hash } from 'node:crypto'
import type { ArchivePart, Exported, HeardEpisode } from '../../../shared/archive/parts.ts'
import { byteOrderMark, csvLine } from '../../../shared/formats/csv.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { clockText } from '../../../shared/time/clock.ts'
import { episodeRowsPath, listeningPath, manifestPath, readMePath, rowsPath } from '../format/layout.ts'
import { type ArchivedFile, type ArchiveManifest, archiveVersion } from '../format/manifest.ts'
import { readMe } from '../format/read-me.ts'
import { episodeFiles } from './episode-files.ts'
import type { ArchiveSink, SinkFile } from './sink.ts'

export type ArchiveWriter = {
  /** Rejects with the system's error, or when parts come in another order than `ArchivePart` says. */
  add: (part: ArchivePart) => Promise<void>
  /** Writes the manifest; the archive then has its final name, which is the answer. */
  finish: () => Promise<Exported>
}

type OpenFile = { path: string; file: SinkFile; hash: Hash; bytes: number }

/** `createdAt` is ISO 8601 UTC. */
export function createArchiveWriter(
  sink: ArchiveSink,
  { createdAt, appVersion }: { createdAt: string; appVersion: string },
): ArchiveWriter {
  const files: ArchivedFile[] = []
  const counts: Record<string, number> = {}
  let current: OpenFile | null = null

  async function begin(path: string): Promise<OpenFile> {
    await end()
    current = { path, file: await sink.begin(path), hash: createHash('sha256'), bytes: 0 }
    return current
  }

  async function end(): Promise<void> {
    if (current === null) return
    const { path, file, hash, bytes } = current
    current = null
    await file.end()
    files.push({ path, bytes, sha256: hash.digest('hex') })
  }

  async function write(open: OpenFile, text: string): Promise<void> {
    const bytes = Buffer.from(text)
    open.hash.update(bytes)
    open.bytes += bytes.length
    await open.file.write(bytes)
  }

  /** Goes on with the file of this path if it is the last one, else begins it. */
  async function append(path: string, text: string, head = ''): Promise<void> {
    const open = current?.path === path ? current : await begin(path)
    await write(open, open.bytes === 0 ? head + text : text)
  }

  async function writeWhole(path: string, text: string, episode: EpisodeId | null = null): Promise<void> {
    await end()
    const bytes = Buffer.from(text)
    await sink.put(path, bytes)
    const file = { path, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') }
    files.push(episode === null ? file : { ...file, episode })
  }

  function count(name: string, more: number): void {
    if (more > 0) counts[name] = (counts[name] ?? 0) + more
  }

  return {
    add: async (part) => {
      switch (part.kind) {
        case 'rows':
          count(part.of, part.rows - part.deletions)
          count('deletions', part.deletions)
          return append(part.of === 'episodes' ? episodeRowsPath : rowsPath(part.of), part.lines)
        case 'heard':
          return append(listeningPath, part.episodes.map(heardLine).join(''), heardHead)
        case 'notes':
          for (const readable of part.episodes) {
            for (const { path, text } of episodeFiles(readable)) await writeWhole(path, text, readable.id)
          }
      }
    },
    finish: async () => {
      await writeWhole(readMePath, readMe(createdAt, appVersion))
      const manifest: ArchiveManifest = {
        format: 'earmark-archive',
        version: archiveVersion,
        createdAt,
        app: { name: 'Earmark', version: appVersion },
        counts,
        files,
      }
      const text = `${JSON.stringify(manifest, null, 2)}\n`
      await writeWhole(manifestPath, text)
      return { place: await sink.finish(), files: files.length }
    },
  }
}

const heardColumns = csvLine([
  ...['Episode', 'Podcast', 'Position', 'Duration', 'Heard', 'Finished', 'Last heard'],
  ...['Position in seconds', 'Duration in seconds', 'Heard in seconds', 'Id'],
])
const heardHead = byteOrderMark + heardColumns

function heardLine(heard: HeardEpisode): string {
  const { episodeId, title, podcastTitle, positionSeconds, durationSeconds, finishedAt, heardAt } = heard
  const { heardSeconds } = heard
  return csvLine([
    ...[title, podcastTitle, clockText(positionSeconds)],
    ...[durationSeconds === null ? null : clockText(durationSeconds), shareText(heard), finishedAt, heardAt],
    ...[positionSeconds, durationSeconds, heardSeconds, episodeId],
  ])
}

function shareText({ heardSeconds, durationSeconds }: HeardEpisode): string | null {
  if (durationSeconds === null || durationSeconds === 0) return null
  return `${Math.min(100, Math.floor((heardSeconds / durationSeconds) * 100))} %`
}
