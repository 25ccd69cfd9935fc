import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeList } from '../db/library.ts'
import { addInFront, queueRows, takeBackAdded } from '../db/queue.ts'
import type { SmartListRow } from '../db/rows.ts'
import {
  addSmartList,
  changeSmartList,
  moveSmartList,
  putBackSmartList,
  removeSmartList,
} from '../db/smart-lists.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { choose, clearFilters } from '../library/filter-store.ts'
import { choiceOf } from '../narrowing/query-fields.ts'
import { playPart } from '../player/actions.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { goTo } from '../shell/open.ts'
import { useEditedList } from './edited-list.ts'
import { goToSmartList } from './open-list.ts'

/** More than anybody hears in weeks; each is written with its place whenever Up next changes. */
export const mostQueued = 200

export async function saveList(name: string, query: string): Promise<void> {
  await written(async () => {
    const id = await addSmartList(name, query)
    clearFilters()
    goToSmartList(id)
    announce(`“${name}” is in the sidebar.`)
  })
}

export function renameList(id: string, name: string): Promise<void> {
  return written(() => changeSmartList(id, { name }))
}

export function moveList(id: string, way: 'up' | 'down'): Promise<void> {
  return written(() => moveSmartList(id, way))
}

/** Opens the library with its filters; what is changed there is the list's once it is saved. */
export function editList({ id, name, query }: SmartListRow): void {
  choose(choiceOf(query))
  useEditedList.setState({ list: { id, name } })
  goTo('library')
}

export async function saveEdited(query: string): Promise<void> {
  const { list } = useEditedList.getState()
  if (list === null) return
  await written(async () => {
    await changeSmartList(list.id, { query })
    leaveEditing()
    goToSmartList(list.id)
  })
}

export function leaveEditing(): void {
  useEditedList.setState({ list: null })
  clearFilters()
}

export async function deleteList(id: string): Promise<void> {
  await written(async () => {
    const row = await removeSmartList(id)
    if (useEditedList.getState().list?.id === id) leaveEditing()
    goTo('library')
    if (row === null) return
    const text = `“${row.name}” was deleted. Its episodes stay.`
    announce(text)
    notify({ text, action: { label: 'Undo', run: () => void written(() => putBackSmartList(row)) } })
  })
}

/** The first of them now, the others one after another: they come first in Up next. */
export async function playList(rows: EpisodeList, order: 'newest' | 'oldest'): Promise<void> {
  const ids = queuedOf(rows, order)
  const [first] = ids
  if (first === undefined) return
  await written(async () => {
    const before = await queueRows()
    await addInFront(ids.map((episodeId) => ({ episodeId, part: null })))
    const text = playsText(ids.length, rows.length)
    announce(text)
    const takeBack = () => void written(() => takeBackAdded(before, ids))
    notify({ text, action: { label: 'Undo', run: takeBack } })
    await playPart(first, null)
  })
}

function queuedOf(rows: EpisodeList, order: 'newest' | 'oldest'): EpisodeId[] {
  const count = Math.min(rows.length, mostQueued)
  return Array.from(
    { length: count },
    (_, at) => rows.at(order === 'newest' ? at : rows.length - 1 - at)?.id,
  ).filter((id) => id !== undefined)
}

function playsText(queued: number, all: number): string {
  if (queued === 1) return '1 episode plays.'
  const many = `${queued.toLocaleString('en')} episodes`
  return queued < all
    ? `${many} of ${all.toLocaleString('en')} play one after another; more than that Up next does not take at once.`
    : `${many} play one after another.`
}

async function written(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch {
    tellNotWritten()
  }
}
