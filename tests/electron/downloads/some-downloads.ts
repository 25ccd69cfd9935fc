import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { fileNameFor } from '../../../electron/downloads/download-store.ts'
import { type Downloads, openDownloads } from '../../../electron/downloads/downloads.ts'
import { allWritten } from '../../../electron/files/json-file.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import type { Download } from '../../../shared/models/download.ts'
import { silentLog } from '../silent-log.ts'
import { testFetcher } from '../test-fetcher.ts'
import type { ServedAudio } from './served-audio.ts'

export const id = 'a/b'
/** Under which a download of that episode lies once it is whole. */
export const fileName = fileNameFor(id, 'audio')

export async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-downloads-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

type Given = { spareBytes?: number; automaticBytes?: number }

/** Real downloads in a folder, which do not wait between their tries; `told` is what the page would hear. */
export async function openIn(
  folder: string,
  { spareBytes = 0, automaticBytes = 1e9 }: Given = {},
): Promise<{ downloads: Downloads; told: Download[][] }> {
  const told: Download[][] = []
  const downloads = await openDownloads({
    directory: folder,
    openStream: testFetcher({ limits: { idleMs: 2000 } }).openStream,
    changed: (list) => told.push(list),
    automaticBytes: () => automaticBytes,
    timers: systemTimers,
    random: () => 0,
    spareBytes,
    log: silentLog,
  })
  onTestFinished(async () => {
    await downloads.stop()
    await allWritten()
  })
  return { downloads, told }
}

export const asked = (url: string, episodeId: Download['episodeId'] = id) =>
  ({ episodeId, title: 'B', location: { kind: 'remote', url }, askedBy: 'person' }) as const

export const stateOf = (downloads: Downloads, episodeId: Download['episodeId'] = id) =>
  downloads.list().find((each) => each.episodeId === episodeId)?.state

/** On a machine that may be busy. */
export const soon = <Value>(hold: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(hold, { timeout: 20_000, interval: 2 })

export async function until(
  downloads: Downloads,
  state: Download['state'],
  episodeId: Download['episodeId'] = id,
): Promise<Download> {
  await soon(() => expect(stateOf(downloads, episodeId)).toBe(state))
  const found = downloads.list().find((each) => each.episodeId === episodeId)
  if (found === undefined) throw new Error('It was there a moment ago.')
  return found
}

/** Gives how many bytes of it are kept. */
export async function beginAndPause(downloads: Downloads, { standIn, url }: ServedAudio): Promise<number> {
  standIn.break('audio', { answer: 'slow', bytesPerSecond: 100_000 })
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.receivedBytes).toBeGreaterThan(30_000))
  await downloads.pause(id)
  standIn.mend('audio')
  return downloads.list()[0]?.receivedBytes ?? 0
}

export async function bytesOf(downloads: Downloads, episodeId: Download['episodeId'] = id): Promise<Buffer> {
  const path = await downloads.fileOf(episodeId)
  if (path === null) throw new Error('There is no such file.')
  return readFile(path)
}

/** The names of the files in a folder of downloads, but for the lists. */
export async function audioIn(folder: string): Promise<string[]> {
  await allWritten()
  const names = await readdir(folder)
  return names.filter((name) => !name.endsWith('.json')).sort()
}
