import type { OpenedArchive } from '../../../shared/archive/imports.ts'
import type { SettingsChange } from '../../../shared/models/settings.ts'
import { type Result, success } from '../../../shared/result.ts'
import { followAgain } from '../../db/follow-again.ts'
import { bringBackDeleted, type ImportedCounts, importChanges } from '../../db/import-changes.ts'
import { addArchivedEpisodes } from '../../db/import-episodes.ts'
import { keepEpisodesForUndo } from '../../db/import-undo.ts'
import { beginImport, keepLastImport } from '../../db/last-import.ts'
import type { ImportDone } from '../import-plan.ts'
import { eachPage } from './import-pages.ts'
import type { TaskParts } from './task-parts.ts'

export type TakeInOrder = {
  archive: OpenedArchive
  /** Of the settings that the archive would change, as they are. */
  settingsBefore: SettingsChange | null
  /** What the archive has and was deleted here since comes back, by the person's wish. */
  bringsBackDeleted: boolean
}

/**
 * Merges an archive into the library, page by page. Broken off, it leaves what was taken in so far, which can be taken back,
 * and importing once more takes in the rest. `settingsBefore` is kept for whoever takes it back; the settings themselves are
 * the main process's.
 */
export async function takeInArchive(
  { archive, settingsBefore, bringsBackDeleted }: TakeInOrder,
  parts: TaskParts,
): Promise<Result<ImportDone>> {
  const at = new Date().toISOString()
  const done: ImportDone = { added: 0, changed: 0, deleted: 0, episodes: 0, unreadable: 0, unread: [] }
  const { name, settings: settingsTaken } = archive
  await beginImport({ name, at, isWhole: false, rows: 0, settingsBefore, settingsTaken })
  const read = await eachPage(archive, parts, async ({ changes, episodes, unreadable }) => {
    done.unreadable += unreadable
    count(done, await importChanges(changes))
    if (bringsBackDeleted) done.added += await bringBackDeleted(changes)
    done.episodes += await addArchivedEpisodes(episodes, at, keepEpisodesForUndo)
  })
  if (!read.ok) return read
  done.unread = await followAgain()
  await keepLastImport({ isWhole: true, rows: done.added + done.changed + done.deleted })
  return success(done)
}

function count(done: ImportDone, { added, changed, deleted, notUnderstood }: ImportedCounts): void {
  done.added += added
  done.changed += changed
  done.deleted += deleted
  done.unreadable += notUnderstood
}
