import { keptKinds } from '../../shared/kept/kinds.ts'
import type { KeptTable } from './rows.ts'

/** Settings are the main process's to keep. */
export const keptTables = keptKinds.filter((kind): kind is KeptTable => kind !== 'settings')

const names: ReadonlySet<string> = new Set(keptTables)

export function isKeptTable(name: string): name is KeptTable {
  return names.has(name)
}

/** Whether a stored row was made by the person: audio that Earmark found by itself it finds again. */
export function isPersons(table: KeptTable, row: object): boolean {
  return table !== 'audio' || ('origin' in row && row.origin === 'person')
}
