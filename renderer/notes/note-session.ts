import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { editAnnotation, growAnnotation } from '../db/annotation-edits.ts'
import { writeAnnotation } from '../db/annotations.ts'
import { dropDraft } from '../db/drafts.ts'
import { rewriteAnnotation } from '../db/rewrite-annotation.ts'
import { areSame, changedIn, type EditedContent, saysNothing } from './edited-content.ts'
import { noteContext } from './note-context.ts'
import { notedEpisode } from './note-episode.ts'

/** Longer than this, and what is written is another version of the note. */
const longestSittingMs = 600_000

/** One sitting at one note, from the editor's opening to its end. */
export type NoteSession = {
  readonly noteId: string
  readonly episodeId: EpisodeId
  /** Whether the note was begun in this sitting. */
  readonly isNew: boolean
  /** Whether the note is in the database. A new one is from its first words on. */
  isStored: () => boolean
  /** The act by which this sitting can be undone; `null` while it changed nothing, and of a new note. */
  editId: () => string | null
  /**
   * Resolves when it is in the database, or cannot be; rejects with the disk's error. One at a time. `flushed` is told when the second
   * home has it sooner than that.
   */
  write: (content: EditedContent, flushed: () => void) => Promise<Result<null>>
}

type Begun = { noteId: string; episodeId: EpisodeId; stored: EditedContent | null; draftKey: string | null }

/** Fields that say nothing of where a note is, which other rows follow. */
const words: ReadonlySet<string> = new Set(['body', 'tags', 'starred', 'colour', 'tracking'])
const isWords = (field: string): boolean => words.has(field)

/** `stored` is what the database has of it; `draftKey`, the draft of an older version that it goes on with. */
export function beginSession({ noteId, episodeId, stored, draftKey }: Begun): NoteSession {
  const isNew = stored === null
  let written = stored
  let draft = draftKey
  let sitting: { editId: string; beganAtMs: number; fields: readonly string[] } | null = null
  let growsUntilMs = 0
  /** As this sitting wrote it last. */
  let known: Annotation | null = null

  async function write(content: EditedContent, flushed: () => void): Promise<Result<null>> {
    if (written === null) return saysNothing(content) ? success(null) : begin(content)
    if (areSame(content, written)) return success(null)
    const change = await changeFrom(written, content)
    const outcome = (await rewrite(change, flushed)) ?? (await rewriteUnknown(change))
    known = outcome?.note ?? null
    if (outcome === null) {
      return failure('not-found', 'That note was deleted meanwhile. Undo the deletion, then save again.')
    }
    written = content
    await forgetDraft()
    return success(null)
  }

  async function begin(content: EditedContent): Promise<Result<null>> {
    const episode = await notedEpisode(episodeId)
    if (episode === null) {
      return failure('not-found', 'The episode of this note is no longer here. Copy the text to keep it.')
    }
    const context = noteContext(episode, content.anchor.startSeconds ?? null)
    known = await writeAnnotation({
      ...content,
      ...{ id: noteId, episodeId, context },
      ...(draft === null ? {} : { draftKey: draft }),
    })
    draft = null
    written = content
    growsUntilMs = Date.now() + longestSittingMs
    return success(null)
  }

  /** `null` when something else than the note itself has to be read or written, or the note is not as it was. */
  async function rewrite(change: NoteChange, flushed: () => void): Promise<{ note: Annotation } | null> {
    const fields = Object.keys(change)
    if (known === null || !fields.every(isWords)) return null
    const now = sittingNow()
    const hasVersion = grows() || (now !== null && fields.every((field) => now.fields.includes(field)))
    if (!hasVersion) return null
    const note = await rewriteAnnotation(known, change, flushed)
    return note === null ? null : { note }
  }

  async function rewriteUnknown(change: NoteChange): Promise<{ note: Annotation } | null> {
    return grows() ? growAnnotation(noteId, change) : edit(change)
  }

  function grows(): boolean {
    return Date.now() < growsUntilMs
  }

  async function edit(change: NoteChange) {
    const before = sittingNow()
    const edited = await editAnnotation(noteId, before?.editId ?? null, change)
    if (edited?.editId == null) return edited
    const { editId, fields } = edited
    const beganAtMs = before !== null && editId === before.editId ? before.beganAtMs : Date.now()
    sitting = { editId, beganAtMs, fields }
    return edited
  }

  function sittingNow(): typeof sitting {
    if (sitting !== null && Date.now() - sitting.beganAtMs > longestSittingMs) sitting = null
    return sitting
  }

  /** A person who moves a note places it. Else it stays on what they made it on, wherever that was found and is shown. */
  async function changeFrom(before: EditedContent, content: EditedContent): Promise<NoteChange> {
    const change = changedIn(before, content)
    if (change.anchor === undefined) return change
    const episode = await notedEpisode(episodeId)
    return episode === null
      ? { ...change, placement: null }
      : { ...change, placement: null, context: noteContext(episode, change.anchor.startSeconds ?? null) }
  }

  async function forgetDraft(): Promise<void> {
    if (draft !== null) await dropDraft(draft)
    draft = null
  }

  return {
    noteId,
    episodeId,
    isNew,
    isStored: () => written !== null,
    editId: () => sitting?.editId ?? null,
    write,
  }
}
