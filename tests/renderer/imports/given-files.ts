import { readFileSync } from 'node:fs'
import type { ImportDone } from '../../../renderer/archive/import-plan.ts'
import type { NotesPlan, NotesToImport } from '../../../renderer/imports/import-plan.ts'
import { lookAtNotes } from '../../../renderer/imports/tasks/look-at-notes.ts'
import { takeInChanges } from '../../../renderer/imports/tasks/take-in-changes.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'

const nothing = (): void => undefined

/** One of `tests/fixtures/imports`, as a person chooses it. */
export function fixtureFile(name: string): File {
  return new File([readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url))], name)
}

export function textFile(name: string, text: string | Uint8Array<ArrayBuffer>): File {
  return new File([text], name)
}

async function look(...files: File[]): Promise<NotesToImport> {
  const order = { files, serviceAddress: 'https://stenobird.com', nowIso: '2026-11-30T08:00:00.000Z' }
  return valueOrThrow(await lookAtNotes(order, nothing))
}

export async function planFor(...files: File[]): Promise<NotesPlan> {
  return (await look(...files)).plan
}

/** Looks and then imports, as a person does. */
export async function importFiles(files: File[], { bringsBackDeleted = false } = {}): Promise<ImportDone> {
  const { plan, changes } = await look(...files)
  return valueOrThrow(await takeInChanges({ name: plan.name, changes, bringsBackDeleted }, nothing))
}
