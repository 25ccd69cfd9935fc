/** What became of a folder of Markdown. Paths are relative to it. */
export type FolderOutcome = {
  added: number
  changed: number
  same: number
  /** Files that the person changed where Earmark writes, and what was written beside each. */
  beside: { path: string; beside: string }[]
  /** Files that somebody wrote to the whole time, and that are as they were. */
  busy: string[]
}

export type ExportOutcome =
  | ({ kind: 'folder'; place: string } & FolderOutcome)
  | { kind: 'file'; place: string; rows: number }
  | { kind: 'dossier'; place: string; episodes: number }
  /** `known` were sent before as they are. */
  | { kind: 'readwise'; sent: number; known: number }

/** What there is to send to and write to, as the main process keeps it. */
export type ExportStanding = {
  /** The folder for Markdown; `null` while none is chosen. */
  folder: string | null
  /** Whether it is written by itself after changes. */
  keepsUpToDate: boolean
  readwise: {
    /** `for-now`: until Earmark ends. */
    token: 'none' | 'kept' | 'for-now'
    /** Whether the system has a place for it that is locked. */
    canKeep: boolean
    /** How many notes Readwise has of us. */
    sent: number
  }
}

/** Of an export that takes long by no fault of this computer's. */
export type ExportWaiting = { forSeconds: number; because: 'asked-to-wait' | 'trouble' } | null
