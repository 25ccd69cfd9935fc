import { failure, type Result } from '../../shared/result.ts'
import { workWords } from '../archive/archive-words.ts'
import { showWork, useArchive } from '../archive/store.ts'
import { beginWork, never, readNow, stoppable } from '../archive/work.ts'
import { runInWorker } from '../archive/worker/run-in-worker.ts'
import { saveAll } from '../home-view/save-all.ts'
import { serviceAddress } from '../settings/store.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { closeDialog, openDialog } from '../shell/open-dialog.ts'
import { bringsAnything, type NotesPlan, type PlannedFile } from './import-plan.ts'
import { importedNotesText, nothingNewText } from './import-words.ts'
import { longestReadingMs } from './reading/limits.ts'
import { useImports } from './store.ts'

/** Files that the person chose or let fall on the window are read, and they are shown what importing them would do. */
export async function openNotes(files: readonly File[]): Promise<void> {
  if (files.length === 0 || !beginWork('reading-files')) return
  useImports.setState({ notes: null })
  announce(workWords['reading-files'])
  const order = { files, serviceAddress: serviceAddress(), nowIso: new Date().toISOString() }
  const looked = await stoppable('reading-files', async (signal, show) => {
    show(0)
    const tooLong = AbortSignal.timeout(longestReadingMs)
    const either = AbortSignal.any([signal, tooLong])
    const result = await runInWorker({ kind: 'look-at-notes', ...order }, { signal: either, show })
    return tooLong.aborted && !result.ok ? readTooLong : result
  })
  if (!looked.ok) return fail(looked)
  const { plan } = looked.value
  if (!bringsAnything(plan)) return tell(nothingNewText(plan), plan)
  showWork({ kind: 'asking-notes', notes: looked.value })
  openDialog({ kind: 'import-notes' })
}

/** The person has seen what it would do, and does not want it. */
export function leaveNotes(): void {
  closeDialog()
  const { work } = useArchive.getState()
  if (work.kind === 'asking-notes') tell('Nothing was imported.', work.notes.plan)
}

/** Or they want it. */
export async function importNotes(bringsBackDeleted: boolean): Promise<void> {
  const { work } = useArchive.getState()
  if (work.kind !== 'asking-notes') return
  const { plan, changes } = work.notes
  closeDialog()
  showWork({ kind: 'importing', done: 0 })
  announce(workWords.importing)
  // Beside the undo. An import does not wait for a second home that is in trouble.
  await saveAll()
  const imported = await runInWorker(
    { kind: 'take-in-changes', name: plan.name, changes, bringsBackDeleted },
    { signal: never, show: (done) => showWork({ kind: 'importing', done }) },
  )
  if (!imported.ok) return fail(imported)
  readNow(imported.value.unread)
  tell(importedNotesText(imported.value), plan)
}

const readTooLong = failure(
  'too-large',
  'Reading these files took longer than two minutes and was stopped. Nothing was imported. Try fewer files at once.',
)

function tell(sentence: string, { files }: NotesPlan): void {
  announce(sentence)
  showWork({ kind: 'nothing' })
  useImports.setState({ notes: { kind: 'told', sentence, refused: files.filter(isRefused) } })
}

function isRefused(file: PlannedFile): file is Extract<PlannedFile, { kind: 'refused' }> {
  return file.kind === 'refused'
}

/** What the person stopped is no failure. */
function fail(failed: Result<unknown>): void {
  if (failed.ok) return
  const { problem } = failed
  showWork({ kind: 'nothing' })
  if (problem.code === 'cancelled') {
    const sentence = 'Stopped. Nothing was imported.'
    announce(sentence)
    useImports.setState({ notes: { kind: 'told', sentence, refused: [] } })
    return
  }
  announceFailure(problem.message)
  useImports.setState({ notes: { kind: 'failed', problem } })
}
