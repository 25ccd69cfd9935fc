import type { UnderstoodFields } from './understood-fields.ts'

/** Rows of STENOBIRD.md. */
export const rowNames = ['K1', 'K2', 'K3', 'K4', 'K5', 'A1', 'A2', 'A3', 'A4', 'A5'] as const
export type RowName = (typeof rowNames)[number]

export type RowReport = UnderstoodFields & {
  row: RowName
  /** Method and address; without an episode to ask for, what stands in STENOBIRD.md. */
  request: string
  /** `answered`: but not with what the row is about; the note tells. */
  outcome: 'understood' | 'answered' | 'no-answer' | 'not-tried'
  /** One or two sentences; empty when there is nothing to say. */
  note: string
}

const rowRequests: Readonly<Record<RowName, string>> = {
  K1: 'GET /podcast/{podcast}/{episode}',
  K2: 'GET /podcast/{podcast}/{episode}.md',
  K3: 'POST /v1/public/podcasts/{podcast}/episodes/{episode}/transcription-requests',
  K4: 'POST /v1/transcripts',
  K5: 'GET /v1/transcripts/{id}',
  A1: 'GET /v1/public/podcasts',
  A2: 'GET /v1/public/podcasts/{podcast}',
  A3: 'GET /v1/public/podcasts/{podcast}/episodes',
  A4: 'GET /v1/public/podcasts/{podcast}/episodes/{episode}',
  A5: 'GET /podcast/{podcast}.md',
}

export function notTried(row: RowName, why: string): RowReport {
  return { row, request: rowRequests[row], outcome: 'not-tried', understood: [], missing: [], note: why }
}
