import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createImports, type Imports } from '../../../electron/archive/reading/imports.ts'
import type { KeptPages } from '../../../electron/archive/reading/verified-pages.ts'
import { type Exports, openExports } from '../../../electron/archive/writing/exports.ts'
import type { ImportPage } from '../../../shared/archive/imports.ts'
import type { ArchiveForm, ArchivePart } from '../../../shared/archive/parts.ts'
import { readableParts } from '../../../shared/archive/readable-parts.ts'
import { changeLines, episodeLines } from '../../../shared/archive/row-lines.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { annotationOf } from '../../../shared/models/annotation.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'
import { unpack } from '../../../shared/packed.ts'
import type { Result } from '../../../shared/result.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { madeEpisode } from '../../renderer/made-episodes.ts'
import { madeNotedEpisode } from '../../shared/formats/made-notes.ts'
import { keptExamples } from '../../shared/kept/examples.ts'

/** A folder of the test's own. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Of an archive that is larger than memory every page is read again. */
export const nothingKept: KeptPages = { bytes: 0, rows: 0 }

/** As on a machine where nobody changed anything. */
const untouchedSettings: KeptChange = {
  kind: 'settings',
  key: 'settings',
  updatedAt: new Date(0).toISOString(),
  row: settingsSchema.parse({}),
}

const exportedAt = new Date('2026-11-22T20:00:00Z')

export function madeExports(folder: string, settings: KeptChange = keptExamples.settings): Promise<Exports> {
  return openExports({
    unfinishedPath: join(folder, 'unfinished.json'),
    appVersion: '0.1.0',
    settings: () => settings,
    now: () => exportedAt,
    log: { warn: () => undefined },
  })
}

export function madeImports(settings: KeptChange = untouchedSettings, kept?: KeptPages): Imports {
  return createImports({
    settings: () => settings,
    progress: () => undefined,
    ...(kept === undefined ? {} : { kept }),
    log: { error: () => undefined },
  })
}

const { settings: _settings, ...persons } = keptExamples

/** A library with a row of each kind. */
export const madeParts: ArchivePart[] = [
  ...changeLines(Object.values(persons)),
  ...episodeLines([madeEpisode('tea-and-talk', 'on-steeping')]),
  {
    kind: 'heard',
    episodes: [
      {
        episodeId: 'tea-and-talk/on-steeping',
        title: '=On steeping',
        podcastTitle: 'Tea, and talk',
        positionSeconds: 61.5,
        durationSeconds: 1800,
        finishedAt: null,
        heardAt: '2026-03-02T09:30:00.125Z',
        heardSeconds: 46,
      },
    ],
  },
  ...readableParts([madeNotedEpisode({}, { notes: [annotationOf(keptExamples.annotations.row)] })]),
]

export async function writtenArchive(
  form: ArchiveForm,
  folder: string,
  parts: readonly ArchivePart[] = madeParts,
  settings?: KeptChange,
): Promise<string> {
  const exports = await madeExports(folder, settings)
  const { exportId } = valueOrThrow(
    await exports.begin(form, form === 'zip' ? join(folder, 'made.zip') : folder),
  )
  for (const part of parts) valueOrThrow(await exports.add(exportId, part))
  return valueOrThrow(await exports.finish(exportId)).place
}

/** All pages of an archive in one. */
export async function readArchive(
  path: string,
  imports: Imports = madeImports(),
): Promise<Result<ImportPage>> {
  const opened = await imports.open(path, new AbortController().signal)
  if (!opened.ok) return opened
  const whole = await imports.whole(opened.value.importId)
  if (!whole.ok) return whole
  const all: ImportPage = { changes: [], episodes: [], unreadable: 0 }
  for (let page = 0; page < opened.value.pages; page += 1) {
    const read = await imports.read(opened.value.importId, page)
    if (!read.ok) return read
    const { changes, episodes, unreadable } = unpack(read.value)
    all.changes.push(...changes)
    all.episodes.push(...episodes)
    all.unreadable += unreadable
  }
  await imports.close()
  return { ok: true, value: all }
}
