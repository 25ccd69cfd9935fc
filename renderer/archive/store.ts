import { create } from 'zustand'
import type { OpenedArchive } from '../../shared/archive/imports.ts'
import type { ArchiveForm } from '../../shared/archive/parts.ts'
import type { Problem } from '../../shared/result.ts'
import type { NotesToImport } from '../imports/import-plan.ts'
import type { OutlinePlan } from '../imports/outline-plan.ts'
import type { ImportPlan } from './import-plan.ts'

/** What is under way; one thing at a time. `done` is from 0 to 1, or `null` while the person chooses a place. */
export type ArchiveWork =
  | { kind: 'nothing' }
  | { kind: 'exporting' | 'reading' | 'reading-files' | 'comparing'; done: number | null; stop: () => void }
  /** The person sees what it would do. */
  | { kind: 'asking'; archive: OpenedArchive; plan: ImportPlan }
  | { kind: 'asking-notes'; notes: NotesToImport }
  | { kind: 'asking-podcasts'; plan: OutlinePlan }
  | { kind: 'importing' | 'undoing'; done: number }

/** How the last one ended. */
export type ArchiveOutcome =
  | { kind: 'none' }
  | { kind: 'exported'; place: string; files: number }
  | { kind: 'told'; sentence: string }
  | { kind: 'failed'; problem: Problem }

export const useArchive = create<{
  /** In which the person exports, and looks for one to import. */
  form: ArchiveForm
  work: ArchiveWork
  outcome: ArchiveOutcome
}>(() => ({
  form: 'folder',
  work: { kind: 'nothing' },
  outcome: { kind: 'none' },
}))

export function showWork(work: ArchiveWork): void {
  useArchive.setState({ work })
}

/** Ends what was under way. */
export function showOutcome(outcome: ArchiveOutcome): void {
  useArchive.setState({ work: { kind: 'nothing' }, outcome })
}
