import type { ImportDone } from '../archive/import-plan.ts'
import type { NotesPlan, PlannedEpisode, PlannedFile } from './import-plan.ts'
import type { MatchRule } from './matching/wanted-episode.ts'
import type { LeftOut } from './reading/foreign-note.ts'
import { sourceNames } from './source-names.ts'

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`
}

/** What would become of the notes, a sentence each. */
export function planSentences({ added, changed, same, deletedHere }: NotesPlan): string[] {
  return [
    added === 0 ? '' : `${counted(added, 'note is', 'notes are')} new.`,
    changed === 0
      ? ''
      : `${counted(changed, 'note that was imported before says more now and was', 'notes that were imported before say more now and were')} not touched here since.`,
    same === 0
      ? ''
      : `${counted(same, 'note is here already and stays as it is', 'notes are here already and stay as they are')}.`,
    deletedHere === 0
      ? ''
      : `${counted(deletedHere, 'note was deleted here and stays so', 'notes were deleted here and stay so')}.`,
  ].filter((sentence) => sentence !== '')
}

const matchWords: Readonly<Record<MatchRule, string>> = {
  address: 'found by its address',
  'title-and-podcast': 'found by its title and podcast',
  title: 'found by its title alone: see whether it is the one',
}

export function episodeText({ podcastTitle, notes, by }: PlannedEpisode): string {
  return [podcastTitle, counted(notes, 'note', 'notes'), by === null ? '' : matchWords[by]]
    .filter((part) => part !== '')
    .join(' · ')
}

/** “Highlights of books or articles: 12”. */
export function leftOutText({ reason, count }: LeftOut): string {
  return `${reason}: ${count.toLocaleString('en')}`
}

export function importTitle({ name, files }: NotesPlan): string {
  return files.length === 1 ? `Import “${name}”?` : `Import ${name}?`
}

/** “Readwise · 12 notes”, and what is to be told of how it was read. */
export function fileText(file: PlannedFile): string {
  if (file.kind === 'refused') return file.reason
  const said = `${sourceNames[file.from]} · ${counted(file.notes, 'note', 'notes')}`
  return file.remark === null ? said : `${said}. ${file.remark}`
}

/** Of a plan with nothing to do. */
export function nothingNewText({ same, files }: NotesPlan): string {
  if (same === 1) return 'Its one note is here already. Nothing was imported.'
  if (same > 0) return `All ${same.toLocaleString('en')} notes are here already. Nothing was imported.`
  const read = files.filter(({ kind }) => kind === 'read').length
  return read === 0
    ? 'None of it could be read, so nothing was imported.'
    : 'There are no notes in it. Nothing was imported.'
}

export function importedNotesText({ added, changed }: ImportDone): string {
  const counts = [
    added === 0 ? '' : `${counted(added, 'note is', 'notes are')} new`,
    changed === 0 ? '' : `${counted(changed, 'note was', 'notes were')} brought up to date`,
  ].filter((words) => words !== '')
  return counts.length === 0 ? 'Nothing had to be imported.' : `Imported: ${counts.join(', ')}.`
}
