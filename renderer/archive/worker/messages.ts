import type { OpenedArchive } from '../../../shared/archive/imports.ts'
import type { Exported } from '../../../shared/archive/parts.ts'
import type { ExportOutcome } from '../../../shared/exports/outcomes.ts'
import type { Outline } from '../../../shared/models/outline.ts'
import type { Result } from '../../../shared/result.ts'
import type { NotesToImport } from '../../imports/import-plan.ts'
import type { LookAtNotesOrder } from '../../imports/tasks/look-at-notes.ts'
import type { TakeInChangesOrder } from '../../imports/tasks/take-in-changes.ts'
import type { ImportDone, ImportPlan, UndoDone } from '../import-plan.ts'
import type { DossierOrder } from '../tasks/dossier-text.ts'
import type { NotesOrder } from '../tasks/export-notes.ts'
import type { TakeInOrder } from '../tasks/take-in-archive.ts'

/** What a worker is opened for. */
export type ArchiveTask =
  | { kind: 'export'; exportId: string }
  | ({ kind: 'export-notes' } & NotesOrder)
  | ({ kind: 'dossier-text' } & DossierOrder)
  | { kind: 'look'; archive: OpenedArchive }
  | ({ kind: 'take-in' } & TakeInOrder)
  | ({ kind: 'look-at-notes' } & LookAtNotesOrder)
  | { kind: 'look-at-outline'; file: File }
  | ({ kind: 'take-in-changes' } & TakeInChangesOrder)
  | { kind: 'tie-notes'; serviceAddress: string }
  | { kind: 'take-back' }

/** What comes of each. */
export type TaskValues = {
  export: Exported
  'export-notes': ExportOutcome
  'dossier-text': string
  look: ImportPlan
  'take-in': ImportDone
  'look-at-notes': NotesToImport
  'look-at-outline': Outline[]
  'take-in-changes': ImportDone
  /** How many notes. */
  'tie-notes': number
  'take-back': UndoDone
}

/** The one message to a worker; over its port it asks the main process. */
export type ToWorker = { task: ArchiveTask; line: MessagePort }

export type FromWorker =
  /** It holds the lock of this name as long as it lives, however it ends. */
  | { kind: 'alive'; lockName: string }
  /** From 0 to 1. */
  | { kind: 'progress'; done: number }
  | { kind: 'ended'; end: Result<TaskValues[ArchiveTask['kind']]> }
  /** A bug of ours, for the log. */
  | { kind: 'fault'; fault: unknown }
