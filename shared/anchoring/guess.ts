import type { Anchor } from '../models/anchor.ts'
import type { NoteContext } from '../models/note-context.ts'
import type { ChangeOfPlace, PlacedBy } from '../models/placement.ts'

/** What a person made a note on. */
export type Made = { anchor: Anchor; context: NoteContext }

/** Where something may be now, however unsure; `anchor` is `null` where nothing tells. */
export type Guess = {
  anchor: Anchor | null
  how: PlacedBy
  /** 0 to 1. */
  sureness: number
  causes: ChangeOfPlace[]
}
