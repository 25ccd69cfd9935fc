import { create } from 'zustand'
import type { LaneKey } from '../../shared/models/highlight-lane.ts'

export type DossierPart =
  | { kind: 'lane'; lane: LaneKey }
  | { kind: 'questions' }
  | { kind: 'notes' }
  | { kind: 'episodes' }

/** Calendar days where the person is, both among those that are shown. */
export type DaySpan = { fromDay: string; toDay: string }

/** What of a dossier is shown; the next one that is opened shows the same. */
export const useDossierChoice = create<{ part: DossierPart; span: DaySpan | null }>(() => ({
  part: { kind: 'lane', lane: 'practical-takeaway' },
  span: null,
}))
