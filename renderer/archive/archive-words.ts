import type { SettingsChange } from '../../shared/models/settings.ts'
import type { Effect } from '../db/compare-changes.ts'
import { keptTables } from '../db/kept-tables.ts'
import type { LastImport } from '../db/last-import.ts'
import type { KeptTable } from '../db/rows.ts'
import type { ImportDone, ImportPlan, Sample, UndoDone } from './import-plan.ts'
import type { ArchiveWork } from './store.ts'

/** Rows of each kind, as a person calls them. */
const kindNames: Readonly<Record<KeptTable, string>> = {
  annotations: 'Notes',
  annotationEdits: 'Earlier versions of notes',
  listening: 'Places you were at',
  heard: 'What you heard',
  requests: 'Requests for transcripts',
  podcasts: 'Podcasts',
  audio: 'Audio you chose',
  offsets: 'Shifts of chapters',
  speeds: 'Speeds of podcasts',
  chapterSkips: 'Chapters you skip',
  topicNames: 'Topics you joined or hid',
  smartLists: 'Smart lists',
  queue: 'Up next',
  drafts: 'Unfinished notes',
}

const effectNames: Readonly<Record<Effect, string>> = {
  added: 'New',
  changed: 'Changed',
  deleted: 'Deleted',
}

const settingNames: Readonly<Record<keyof SettingsChange, string>> = {
  apiBaseUrl: 'Address of the service',
  theme: 'Theme',
  skipBackSeconds: 'Skip back by',
  skipForwardSeconds: 'Skip forward by',
  noteBackSeconds: 'Start a note earlier by',
  resumeEarlier: 'Go back a little after a long pause',
  playNext: 'Play the next one in Up next by itself',
  pauseWhileWriting: 'Pause while I write',
  notifyWhenReady: 'Tell me when a transcript is ready',
  autoDownloadGigabytes: 'Room for automatic downloads',
  autoDownloadDays: 'Age of automatic downloads',
  skipWords: 'Skip chapters named',
  noteFileName: 'Names of Markdown files',
  noteTemplate: 'Template of Markdown files',
  keys: 'Keys',
}

/** What is under way. */
export const workWords: Readonly<Record<Extract<ArchiveWork, { done: unknown }>['kind'], string>> = {
  exporting: 'Writing your archive…',
  reading: 'Reading the archive through…',
  'reading-files': 'Reading the files…',
  comparing: 'Comparing it with your library…',
  importing: 'Importing…',
  undoing: 'Undoing the import…',
}

/** A line of what would be done to rows of one kind; only of kinds that the archive has. */
export type PlanLine = { name: string; added: number; changed: number; deleted: number; kept: number }

export function planLines({ kinds, episodes }: ImportPlan): PlanLine[] {
  const lines = keptTables.flatMap((kind): PlanLine[] => {
    const plan = kinds.get(kind)
    if (plan === undefined) return []
    const { added, changed, deleted, same, laterHere } = plan
    const kept = same + laterHere
    return added + changed + deleted + kept === 0
      ? []
      : [{ name: kindNames[kind], added, changed, deleted, kept }]
  })
  if (episodes > 0) lines.push({ name: 'Episodes', added: episodes, changed: 0, deleted: 0, kept: 0 })
  return lines
}

/** “New notes: Ask the team about this.; Three minutes.” */
export function sampleLines(samples: readonly Sample[]): { name: string; titles: string[] }[] {
  const groups = Map.groupBy(
    samples,
    ({ kind, effect }) => `${kindNames[kind]}, ${effectNames[effect].toLowerCase()}`,
  )
  return Array.from(groups, ([name, some]) => ({
    name,
    titles: [...new Set(some.map(({ title }) => title))],
  }))
}

/** A template has no place in a line. */
const longestShown = 80

/** What becomes of settings, one line each. */
export function settingLines(settings: SettingsChange | null): string[] {
  return Object.entries(settings ?? {}).map(([name, value]) => {
    const called = isSetting(name) ? settingNames[name] : name
    return typeof value === 'object' || (typeof value === 'string' && value.length > longestShown)
      ? `${called} as in the archive`
      : `${called}: ${settingText(value)}`
  })
}

/** An archive of somebody else's could send the person to a service of theirs; `null` when it leaves the one that is asked. */
export function addressWarning(settings: SettingsChange | null, addressNow: string): string | null {
  const address = settings?.apiBaseUrl
  if (address === undefined) return null
  return `Earmark would ask ${hostOf(address)} instead of ${hostOf(addressNow)} for everything: it would learn which podcasts you follow and what you ask for, and what you read would come from it. Cancel, unless you know that address.`
}

/** As it is asked, whatever stands before or after it, or looks like other letters. */
function hostOf(address: string): string {
  return `“${URL.parse(address)?.host ?? address}”`
}

function isSetting(name: string): name is keyof SettingsChange {
  return Object.hasOwn(settingNames, name)
}

function settingText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? `${value} seconds` : String(value)
}

export function unreadableText(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'One thing in it cannot be used by this version of Earmark and is left out. It stays in the archive.'
    : `${count.toLocaleString('en')} things in it cannot be used by this version of Earmark and are left out. They stay in the archive.`
}

/** What a person may miss, and can have again. */
export function bringBackText(count: number): string {
  return count === 1
    ? 'Bring back one thing that was deleted here since, or taken back with an import'
    : `Bring back ${count.toLocaleString('en')} things that were deleted here since, or taken back with an import`
}

export function nothingNewText(name: string, { kinds, unreadable }: ImportPlan): string {
  const isAllHere = [...kinds.values()].every(({ laterHere }) => laterHere === 0)
  return [
    isAllHere
      ? `Everything in “${name}” is in your library already.`
      : `Nothing in “${name}” is newer than what is here, so nothing was imported.`,
    unreadableText(unreadable),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

export function importedText({ added, changed, deleted, unreadable }: ImportDone): string {
  const counts = [
    added === 0 ? null : `${added.toLocaleString('en')} added`,
    changed === 0 ? null : `${changed.toLocaleString('en')} changed`,
    deleted === 0 ? null : `${deleted.toLocaleString('en')} deleted`,
  ].filter((count) => count !== null)
  return [
    counts.length === 0 ? 'The archive was imported.' : `The archive was imported: ${counts.join(', ')}.`,
    unreadableText(unreadable),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

export function undoneText({ undone, changedSince }: UndoDone): string {
  const done = `The import was undone: ${undone === 1 ? 'one thing is' : `${undone.toLocaleString('en')} things are`} as before.`
  if (changedSince === 0) return done
  return `${done} ${changedSince === 1 ? 'One that was changed since stays as it is.' : `${changedSince.toLocaleString('en')} that were changed since stay as they are.`}`
}

export function exportedText(place: string, files: number): string {
  return `${files === 1 ? 'One file was' : `${files.toLocaleString('en')} files were`} written to ${place}.`
}

/** Of the import that can be taken back; `when` is when it was. */
export function lastImportText({ name, isWhole, rows }: LastImport, when: string): string {
  if (!isWhole) {
    return `The import of “${name}” on ${when} was broken off. Import it again to take in the rest, or undo what was taken in.`
  }
  return `“${name}” was imported on ${when}${rows === 0 ? '' : `, with ${rows === 1 ? 'one thing' : `${rows.toLocaleString('en')} things`}`}.`
}
