import { canonicalJson } from '../kept/canonical-json.ts'
import type { Annotation, AnnotationContent } from '../models/annotation.ts'
import type { AnnotationEdit, BeforeEdit, EditAct } from '../models/annotation-edit.ts'

/** What an act makes of a note; fields that are absent stay. */
export type NoteChange = Partial<AnnotationContent> & { deletedAt?: string | null }

/** The fields in which a note would become another one, as they are; `null` when it stays the same. */
export function replacedBy(note: Annotation, change: NoteChange): BeforeEdit | null {
  const names = fieldsOf(change).filter((name) => canonicalJson(note[name]) !== canonicalJson(change[name]))
  return names.length === 0 ? null : pick(note, names)
}

/** Whether an act is still what is to be seen of a note, so that it can be taken back. */
export function stands(note: Annotation, before: BeforeEdit): boolean {
  const wasDeleted = before.deletedAt === null
  if ((note.deletedAt !== null) !== wasDeleted) return false
  return replacedBy(note, before) !== null
}

/** A note as it once was. */
export type NoteVersion = {
  /** The act that ended it. */
  editId: string
  /** How it ended, and when (ISO 8601 UTC). */
  endedBy: EditAct
  endedAt: string
  note: Annotation
}

/** Newest first. What two computers did at the same time is taken in the order of time. */
export function versionsOf(note: Annotation, edits: readonly AnnotationEdit[]): NoteVersion[] {
  const newestFirst = [...edits].sort((one, other) => (one.id < other.id ? 1 : -1))
  const versions: NoteVersion[] = []
  let state = note
  for (const { id, act, annotationIds, befores, createdAt } of newestFirst) {
    const before = befores[annotationIds.indexOf(note.id)]
    if (before === undefined) continue
    state = { ...state, ...before }
    versions.push({ editId: id, endedBy: act, endedAt: createdAt, note: state })
  }
  return versions
}

type FieldName = keyof NoteChange & keyof BeforeEdit

function fieldsOf(change: NoteChange): FieldName[] {
  return fieldNames.filter((name) => change[name] !== undefined)
}

const fieldNames = [
  'anchor',
  'context',
  'body',
  'tags',
  'starred',
  'colour',
  'tracking',
  'placement',
  'deletedAt',
] as const satisfies readonly FieldName[]

function pick(note: Annotation, names: readonly FieldName[]): BeforeEdit {
  return Object.fromEntries(names.map((name) => [name, note[name]]))
}
