import type { OpenedArchive } from '../../shared/archive/imports.ts'
import type { ArchiveForm } from '../../shared/archive/parts.ts'
import type { SettingsChange } from '../../shared/models/settings.ts'
import { type Result, success } from '../../shared/result.ts'
import { call, listen } from '../bridge.ts'
import { lastImport } from '../db/last-import.ts'
import { saveAll } from '../home-view/save-all.ts'
import { changeSettings, receiveSettings, useSettings } from '../settings/store.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { closeDialog, openDialog } from '../shell/open-dialog.ts'
import { importedText, nothingNewText, undoneText, workWords } from './archive-words.ts'
import { changesAnything } from './import-plan.ts'
import { settingsToTurnBack } from './settings-to-turn-back.ts'
import { showOutcome, showWork, useArchive } from './store.ts'
import { beginWork, never, readNow, stoppable } from './work.ts'
import { runInWorker } from './worker/run-in-worker.ts'

/** The person chooses where to; everything they made is written there. */
export async function exportArchive(form: ArchiveForm): Promise<void> {
  if (!beginWork('exporting')) return
  const begun = await call('archive.begin-export', { form })
  if (!begun.ok) return fail(begun)
  if (begun.value === null) return showOutcome({ kind: 'none' })
  const { exportId } = begun.value
  announce(workWords.exporting)
  const exported = await stoppable('exporting', (signal, show) =>
    runInWorker({ kind: 'export', exportId }, { signal, show }),
  )
  if (!exported.ok) {
    await call('archive.abandon-export', null)
    return fail(exported, 'Stopped. No archive was written.')
  }
  announce('Your archive was exported.')
  showOutcome({ kind: 'exported', ...exported.value })
}

/** The person chooses an archive; it is read through, and they are shown what importing it would do. */
export async function openArchive(form: ArchiveForm): Promise<void> {
  if (!beginWork('reading')) return
  const opened = await stoppable('reading', (signal, show) => {
    const stopHearing = listen('archive.progress', ({ done, total }) => show(total === 0 ? 1 : done / total))
    return call('archive.open-import', { form }, signal).finally(stopHearing)
  })
  if (!opened.ok) return fail(opened, 'Stopped. Nothing was imported.')
  const archive = opened.value
  if (archive === null) return showOutcome({ kind: 'none' })
  const plan = await stoppable('comparing', async (signal, show) => {
    // The rest of it is read through meanwhile.
    const [whole, looked] = await Promise.all([
      call('archive.whole-import', { importId: archive.importId }, signal),
      runInWorker({ kind: 'look', archive }, { signal, show }),
    ])
    return whole.ok ? looked : whole
  })
  if (!plan.ok) {
    await closeArchive()
    return fail(plan, 'Stopped. Nothing was imported.')
  }
  if (!changesAnything(plan.value)) {
    await closeArchive()
    return tell(nothingNewText(archive.name, plan.value))
  }
  showWork({ kind: 'asking', archive, plan: plan.value })
  openDialog({ kind: 'import-archive' })
}

/** The person has seen what it would do, and does not want it. */
export async function leaveArchive(): Promise<void> {
  closeDialog()
  if (useArchive.getState().work.kind !== 'asking') return
  tell('Nothing was imported.')
  await closeArchive()
}

/** Or they want it. */
export async function importArchive(bringsBackDeleted: boolean): Promise<void> {
  const { work } = useArchive.getState()
  if (work.kind !== 'asking') return
  const { archive } = work
  const settingsBefore = archive.settings === null ? null : settingsNow(archive.settings)
  closeDialog()
  showWork({ kind: 'importing', done: 0 })
  announce(workWords.importing)
  // Beside the undo. An import does not wait for a second home that is in trouble.
  await saveAll()
  const imported = await runInWorker(
    { kind: 'take-in', archive, settingsBefore, bringsBackDeleted },
    { signal: never, show: (done) => showWork({ kind: 'importing', done }) },
  )
  const settings = imported.ok ? await takeSettings(archive) : success(null)
  await closeArchive()
  if (!imported.ok) return fail(imported)
  readNow(imported.value.unread)
  if (!settings.ok) return fail(settings)
  tell(importedText(imported.value))
}

async function takeSettings(archive: OpenedArchive): Promise<Result<unknown>> {
  if (archive.settings === null) return success(null)
  const taken = await call('archive.take-settings', { importId: archive.importId })
  if (taken.ok) receiveSettings(taken.value)
  return taken
}

/** Takes the last import back. */
export async function undoImport(): Promise<void> {
  const last = await lastImport()
  if (last === null || useArchive.getState().work.kind !== 'nothing') return
  useArchive.setState({ work: { kind: 'undoing', done: 0 }, outcome: { kind: 'none' } })
  announce(workWords.undoing)
  // What is taken back can be had again from it.
  await saveAll()
  const settings = settingsToTurnBack(last, useSettings.getState())
  if (Object.keys(settings).length > 0) {
    const changed = await changeSettings(settings)
    if (!changed.ok) return fail(changed)
  }
  const undone = await runInWorker(
    { kind: 'take-back' },
    { signal: never, show: (done) => showWork({ kind: 'undoing', done }) },
  )
  if (!undone.ok) return fail(undone)
  readNow(undone.value.unread)
  tell(undoneText(undone.value))
}

export async function showExported(): Promise<void> {
  const shown = await call('archive.show-exported', null)
  if (!shown.ok) announceFailure(shown.problem.message)
}

async function closeArchive(): Promise<void> {
  await call('archive.close-import', null)
}

function tell(sentence: string): void {
  announce(sentence)
  showOutcome({ kind: 'told', sentence })
}

/** What the person stopped is no failure. */
function fail(failed: Result<unknown>, whenStopped: string = 'Stopped.'): void {
  if (failed.ok) return
  const { problem } = failed
  if (problem.code === 'cancelled') {
    tell(whenStopped)
    return
  }
  announceFailure(problem.message)
  showOutcome({ kind: 'failed', problem })
}

/** Of the settings that an archive would change, as they are. */
function settingsNow(change: SettingsChange): SettingsChange {
  const names = Object.keys(change)
  return Object.fromEntries(Object.entries(useSettings.getState()).filter(([name]) => names.includes(name)))
}
