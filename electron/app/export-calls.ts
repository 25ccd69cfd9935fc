import { join } from 'node:path'
import type { BrowserWindow, Dialog, Shell } from 'electron'
import type { ExportStanding, ExportWaiting } from '../../shared/exports/outcomes.ts'
import type { ExportTarget } from '../../shared/exports/targets.ts'
import { defaultFileName, defaultTemplate } from '../../shared/formats/template/default-templates.ts'
import { episodeFields, fileNameFields } from '../../shared/formats/template/fields.ts'
import { templateProblem } from '../../shared/formats/template/template-problem.ts'
import type { CallName } from '../../shared/ipc/contract.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { episodeFileName } from '../archive/format/file-names.ts'
import type { ExportPlace } from '../exports/export-place.ts'
import { fileNameOf } from '../exports/markdown-folder/file-name.ts'
import type { Destination, NoteExports } from '../exports/note-exports.ts'
import { type FileTarget, fileKinds } from '../exports/note-files/format-of.ts'
import { createReadwiseSender } from '../exports/readwise/send-highlights.ts'
import { type SentNotes, shortDigest } from '../exports/readwise/sent-notes.ts'
import type { ReadwiseToken } from '../exports/readwise/token.ts'
import type { Handlers } from '../ipc/call-desk.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { Timers } from '../net/timers.ts'
import type { SettingsStore } from './settings.ts'

export type ExportCallParts = {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  shell: Pick<Shell, 'showItemInFolder' | 'openPath'>
  window: () => BrowserWindow | null
  noteExports: NoteExports
  place: ExportPlace
  token: ReadwiseToken
  sentNotes: SentNotes
  fetcher: Pick<Fetcher, 'request'>
  readwiseBaseUrl: string
  settings: Pick<SettingsStore, 'read'>
  waits: (waiting: ExportWaiting) => void
  timers: Timers
  /** Where a dialog begins that has no other place. */
  documents: string
}

export type ExportCalls = Pick<Handlers, Extract<CallName, `exports.${string}`>>

/** The page never names a file or folder, and never sees a token again. */
export function createExportCalls(parts: ExportCallParts): ExportCalls {
  const { dialog, shell, window, noteExports, place, token, sentNotes } = parts
  let written: { kind: 'folder' | 'file'; path: string } | null = null

  function standing(): ExportStanding {
    const { folder, keepsUpToDate } = place.read()
    return { folder, keepsUpToDate, readwise: { ...token.standing(), sent: sentNotes.count() } }
  }

  async function chooseFolder(): Promise<string | null> {
    const options = {
      title: 'Choose the folder for your notes as Markdown',
      buttonLabel: 'Use this folder',
      properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[],
    }
    const owner = window()
    const chosen = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  async function nameFile(
    target: FileTarget,
    episodeId: EpisodeId | null,
    topic: string | undefined,
  ): Promise<string | null> {
    const { name: usual, ending } = fileKinds[target]
    const name = topic === undefined ? usual : fileNameOf('{{topic}}', { topic })
    const ofEpisode = episodeId === null ? '' : `${episodeFileName(episodeId).split('/')[1] ?? ''} `
    const options = {
      title: 'Export to a file',
      buttonLabel: 'Export',
      defaultPath: join(parts.documents, `${ofEpisode}${name}.${ending}`),
      filters: [{ name: `.${ending}`, extensions: [ending] }],
    }
    const owner = window()
    const chosen = await (owner === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(owner, options))
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  }

  async function destinationOf(
    target: ExportTarget,
    episodeId: EpisodeId | null,
    topic: string | undefined,
  ): Promise<Result<Destination | null>> {
    switch (target) {
      case 'markdown-folder':
        return folderDestination()
      case 'readwise':
        return await readwiseDestination()
      default: {
        const path = await nameFile(target, episodeId, topic)
        return success(path === null ? null : { kind: 'file', target, path, topic: topic ?? '' })
      }
    }
  }

  function folderDestination(): Result<Destination> {
    const { folder } = place.read()
    if (folder === null) return failure('not-found', 'Choose a folder first.')
    const { noteFileName, noteTemplate } = parts.settings.read()
    const templates = { fileName: noteFileName || defaultFileName, body: noteTemplate || defaultTemplate }
    const problem =
      templateProblem(templates.body, episodeFields) ?? templateProblem(templates.fileName, fileNameFields)
    if (problem !== null) return failure('rejected', `Your template cannot be used. ${problem}`)
    return success({ kind: 'folder', root: folder, templates })
  }

  async function readwiseDestination(): Promise<Result<Destination>> {
    const given = token.read()
    if (given === null) return failure('refused', 'Give Earmark your access token of Readwise first.')
    await sentNotes.holdFor(shortDigest(given))
    const { fetcher, readwiseBaseUrl: baseUrl, timers, waits } = parts
    const sender = (signal: AbortSignal) =>
      createReadwiseSender({ fetcher, baseUrl, token: given, sentNotes, timers, signal, waits })
    return success({ kind: 'readwise', sender })
  }

  return {
    'exports.standing': () => success(standing()),
    'exports.choose-folder': async () => {
      const folder = await chooseFolder()
      if (folder === null) return success(null)
      const changed = await place.change({ folder })
      return changed.ok ? success(standing()) : changed
    },
    'exports.keep-up-to-date': async ({ isWanted }) => {
      const changed = await place.change({ keepsUpToDate: isWanted })
      return changed.ok ? success(standing()) : changed
    },
    'exports.give-token': async ({ token: given }) => {
      const kept = await token.give(given.trim())
      return kept.ok ? success(standing()) : kept
    },
    'exports.forget-token': async () => {
      const forgotten = await token.forget()
      return forgotten.ok ? success(standing()) : forgotten
    },
    'exports.begin': async ({ target, episodeId, topic }) => {
      const destination = await destinationOf(target, episodeId, topic)
      if (!destination.ok) return destination
      return destination.value === null ? success(null) : noteExports.begin(destination.value)
    },
    'exports.add': ({ exportId, part }) => noteExports.add(exportId, part),
    'exports.finish': async ({ exportId }) => {
      const finished = await noteExports.finish(exportId)
      if (finished.ok && finished.value.kind !== 'readwise') {
        const { kind, place: path } = finished.value
        written = { kind: kind === 'folder' ? 'folder' : 'file', path }
      }
      return finished
    },
    'exports.abandon': async () => {
      await noteExports.abandon()
      return success(null)
    },
    'exports.show': async () => {
      const path = written?.path ?? place.read().folder
      if (path === null) return failure('not-found', 'Nothing was exported yet.')
      if (written?.kind === 'file') shell.showItemInFolder(path)
      else await shell.openPath(path)
      return success(null)
    },
  }
}
