import { failure, type Result } from '../../shared/result.ts'
import type { EditedContent } from './edited-content.ts'
import type { NoteSession } from './note-session.ts'

export type NoteKeeper = {
  /** Keeps this; the newest of a note wins. Resolves when it, or what came after it, is written or cannot be. */
  put: (session: NoteSession, content: EditedContent) => Promise<Result<null>>
  /** Settles when everything put so far is written. */
  flush: () => Promise<void>
}

type NoteListener = {
  /** This is in the second home, and about to be in the database. */
  onFlushed?: (session: NoteSession, content: EditedContent) => void
  /** This is in the database. */
  onKept: (session: NoteSession, content: EditedContent) => void
  onFailure: (session: NoteSession) => void
}

type Waiting = { session: NoteSession; content: EditedContent }

const notWritten = failure(
  'file',
  'The note could not be written to disk. Its text is still here: copy it, make room on the disk, and save again.',
)

/** Writes notes with each key stroke, one write at a time, in order: what comes while one is under way goes together. */
export function createNoteKeeper({ onFlushed = () => {}, onKept, onFailure }: NoteListener): NoteKeeper {
  const waiting = new Map<string, Waiting>()
  /** What writes them, until it has begun to. */
  let due: Promise<Map<string, Result<null>>> | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function writeWaiting(): Promise<Map<string, Result<null>>> {
    due = null
    const some = [...waiting.values()]
    waiting.clear()
    const outcomes = new Map<string, Result<null>>()
    for (const each of some) outcomes.set(each.session.noteId, await write(each))
    return outcomes
  }

  async function write({ session, content }: Waiting): Promise<Result<null>> {
    const outcome = await session.write(content, () => onFlushed(session, content)).catch(() => notWritten)
    if (outcome.ok) onKept(session, content)
    else onFailure(session)
    return outcome
  }

  return {
    async put(session, content) {
      waiting.set(session.noteId, { session, content })
      if (due === null) {
        due = last.then(writeWaiting)
        last = due
      }
      return (await due).get(session.noteId) ?? notWritten
    },
    async flush() {
      await (due ?? last)
    },
  }
}
