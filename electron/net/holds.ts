import type { Problem } from '../../shared/result.ts'

/** Knows who asked to be left alone. Every try of every request passes here when its turn has come. */
export type Holds = {
  /** Why nobody may ask at this address now; `null` when one may. */
  refusal: (url: URL) => Problem | null
  /** What this address answered instead of what it was asked for. Once it resolves, the answer goes out. */
  heard: (url: URL, problem: Problem) => Promise<void>
}

export const noHolds: Holds = { refusal: () => null, heard: async () => undefined }
