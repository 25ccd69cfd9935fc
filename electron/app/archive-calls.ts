import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Dialog, OpenDialogOptions, Shell } from 'electron'
import type { ArchiveForm } from '../../shared/archive/parts.ts'
import type { CallName } from '../../shared/ipc/contract.ts'
import { failure, success } from '../../shared/result.ts'
import type { Imports } from '../archive/reading/imports.ts'
import { archiveName } from '../archive/writing/archive-name.ts'
import type { Exports } from '../archive/writing/exports.ts'
import type { Handlers } from '../ipc/call-desk.ts'
import type { SettingsStore } from './settings.ts'

type ArchiveCallParts = {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  shell: Pick<Shell, 'showItemInFolder'>
  window: () => BrowserWindow | null
  exports: Exports
  imports: Imports
  settings: Pick<SettingsStore, 'take'>
  settingsChanged: () => void
  /** Where a dialog begins that has no other place. */
  documents: string
  now: () => Date
}

type ArchiveCalls = Pick<Handlers, Extract<CallName, `archive.${string}`>>

/** The page never names a file or folder: what is written and read is what the person chose in the system's dialog. */
export function createArchiveCalls(parts: ArchiveCallParts): ArchiveCalls {
  const { dialog, shell, window, exports, imports, settings, documents } = parts
  let written: string | null = null

  async function openDialog(options: OpenDialogOptions): Promise<string | null> {
    const owner = window()
    const chosen = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  async function placeToWrite(form: ArchiveForm): Promise<string | null> {
    if (form === 'folder') {
      return openDialog({
        title: 'Choose where the folder of your archive is to be put',
        buttonLabel: 'Export here',
        properties: ['openDirectory', 'createDirectory'],
      })
    }
    const options = {
      title: 'Export your archive',
      buttonLabel: 'Export',
      defaultPath: join(documents, `${archiveName(parts.now())}.zip`),
      filters: [zipFiles],
    }
    const owner = window()
    const chosen = await (owner === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(owner, options))
    return chosen.canceled || chosen.filePath === '' ? null : withEnding(chosen.filePath)
  }

  function placeToRead(form: ArchiveForm): Promise<string | null> {
    return openDialog(
      form === 'folder'
        ? {
            title: 'Choose the folder of an archive',
            buttonLabel: 'Look into it',
            properties: ['openDirectory'],
          }
        : {
            title: 'Choose the zip file of an archive',
            buttonLabel: 'Look into it',
            properties: ['openFile'],
            filters: [zipFiles],
          },
    )
  }

  return {
    'archive.begin-export': async ({ form }) => {
      const place = await placeToWrite(form)
      return place === null ? success(null) : exports.begin(form, place)
    },
    'archive.add': ({ exportId, part }) => exports.add(exportId, part),
    'archive.finish-export': async ({ exportId }) => {
      const finished = await exports.finish(exportId)
      if (finished.ok) written = finished.value.place
      return finished
    },
    'archive.abandon-export': async () => {
      await exports.abandon()
      return success(null)
    },
    'archive.show-exported': () => {
      if (written === null) return failure('not-found', 'No archive was exported since Earmark started.')
      shell.showItemInFolder(written)
      return success(null)
    },
    'archive.open-import': async ({ form }, signal) => {
      const place = await placeToRead(form)
      return place === null ? success(null) : imports.open(place, signal)
    },
    'archive.whole-import': ({ importId }, signal) => imports.whole(importId, signal),
    'archive.read-import': ({ importId, page }) => imports.read(importId, page),
    'archive.take-settings': async ({ importId }) => {
      const archived = imports.settings(importId)
      if (!archived.ok) return archived
      if (archived.value === null) return failure('not-found', 'This archive holds no settings.')
      const taken = await settings.take(archived.value)
      if (taken.ok) parts.settingsChanged()
      return taken
    },
    'archive.close-import': async () => {
      await imports.close()
      return success(null)
    },
  }
}

const zipFiles = { name: 'Zip files', extensions: ['zip'] }

/**
 * Not every system's dialog adds it. One that does not has asked whether a file without it may go, and so none with it may: there
 * it is numbered.
 */
async function withEnding(path: string): Promise<string> {
  if (/\.zip$/i.test(path)) return path
  for (let number = 1; ; number += 1) {
    const whole = number === 1 ? `${path}.zip` : `${path} (${number}).zip`
    if (!existsSync(whole)) return whole
  }
}
