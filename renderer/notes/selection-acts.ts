import { normalTags, withoutTag } from '../../shared/models/tags.ts'
import { annotationsWith } from '../db/annotations.ts'
import { deleteNotes } from './actions.ts'
import { changeNotes } from './change-notes.ts'
import { copyNotes } from './copy-notes.ts'
import { clearSelected, useSelectedNotes } from './selected-notes.ts'
import { told } from './told.ts'

/** In the order in which they were selected. */
function selectedIds(): string[] {
  return [...useSelectedNotes.getState().ids]
}

export async function deleteSelected(): Promise<void> {
  const ids = selectedIds()
  const said = (count: number): string =>
    count === 1 ? 'Note deleted.' : `${count.toLocaleString('en')} notes deleted.`
  clearSelected()
  await told(deleteNotes(ids, said), 'They could not be deleted. They are still there; try again.')
}

export function tagSelected(tag: string): Promise<void> {
  return changeNotes(
    selectedIds(),
    ({ tags }) => ({ tags: normalTags([...tags, tag]) }),
    (count) => `${notesText(count)} tagged “${tag}”.`,
  )
}

export function untagSelected(tag: string): Promise<void> {
  return changeNotes(
    selectedIds(),
    ({ tags }) => ({ tags: withoutTag(tags, tag) }),
    (count) => `“${tag}” taken off ${notesText(count)}.`,
  )
}

export function starSelected(starred: boolean): Promise<void> {
  return changeNotes(
    selectedIds(),
    () => ({ starred }),
    (count) => `${notesText(count)} ${starred ? 'starred' : 'without a star now'}.`,
  )
}

export function colourSelected(colour: string | null, word: string): Promise<void> {
  return changeNotes(
    selectedIds(),
    () => ({ colour }),
    (count) => `${notesText(count)} marked: ${word}.`,
  )
}

export async function copySelected(): Promise<void> {
  const notes = await annotationsWith(selectedIds())
  if (notes.length > 0) await copyNotes(notes)
}

function notesText(count: number): string {
  return count === 1 ? 'One note' : `${count.toLocaleString('en')} notes`
}
