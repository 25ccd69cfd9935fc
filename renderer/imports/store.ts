import { create } from 'zustand'
import type { Problem } from '../../shared/result.ts'
import type { PlannedFile } from './import-plan.ts'

/** How the last import of that kind ended, with the files that were not read. */
export type ImportOutcome =
  | { kind: 'told'; sentence: string; refused: Extract<PlannedFile, { kind: 'refused' }>[] }
  | { kind: 'failed'; problem: Problem }

export const useImports = create<{ notes: ImportOutcome | null; podcasts: ImportOutcome | null }>(() => ({
  notes: null,
  podcasts: null,
}))
