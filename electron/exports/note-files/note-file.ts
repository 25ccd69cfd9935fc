import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ListedPodcast } from '../../../shared/formats/listed-podcast.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import type { TextFormat } from '../../../shared/formats/text-format.ts'
import { flushFolder } from '../../files/write-atomically.ts'

export type NoteFile = {
  /** Rejects with the system's error, as all of these do. */
  add: (noted: NotedEpisode) => Promise<void>
  addPodcast: (podcast: ListedPodcast) => Promise<void>
  /** The file then has its final name, in the place of what was there. */
  finish: () => Promise<void>
  discard: () => Promise<void>
}

/** So many characters go to the disk at once. */
const pieceCharacters = 1_000_000

/** Writes a text at `temporary`, which becomes `target`. */
export async function openNoteFile(format: TextFormat, temporary: string, target: string): Promise<NoteFile> {
  const file: FileHandle = await open(temporary, 'wx')
  let waiting = format.begin()

  async function write(): Promise<void> {
    const text = waiting
    waiting = ''
    await file.writeFile(text.toWellFormed())
  }

  async function put(text: string): Promise<void> {
    waiting += text
    if (waiting.length >= pieceCharacters) await write()
  }

  return {
    add: (noted) => put(format.add(noted)),
    addPodcast: (podcast) => put(format.addPodcast?.(podcast) ?? ''),
    finish: async () => {
      waiting += format.end()
      await write()
      await file.sync()
      await file.close()
      await rename(temporary, target)
      await flushFolder(dirname(target))
    },
    discard: async () => {
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}
