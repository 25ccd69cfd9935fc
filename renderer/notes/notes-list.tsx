import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { linesBuilt } from '../elements/lines-seen.ts'
import { useLinesSeen } from '../elements/use-lines-seen.ts'
import { indexAfterKey } from '../library/row-keys.ts'
import { markedRows } from '../library/row-mark.ts'
import { placesOfLines } from '../library/row-places.ts'
import { useKeptPlace } from '../library/use-kept-place.ts'
import { useReachedRow } from '../library/use-reached-row.ts'
import { openEpisode } from '../shell/open.ts'
import { editNote } from './editor-actions.ts'
import type { Grouping, NoteGroup } from './listed-notes.ts'
import { entriesOf, idsOf, noteFrom, noteHeight } from './note-entries.ts'
import { NoteGroupHead } from './note-group-head.tsx'
import { NoteRow } from './note-row.tsx'
import styles from './notes-list.module.css'
import { clearSelected, selectAll, selectUpTo, toggleSelected, useSelectedNotes } from './selected-notes.ts'
import { deleteSelected } from './selection-acts.ts'

type NotesListProps = {
  groups: readonly NoteGroup[]
  grouping: Grouping
  /** Which list this is, for the place that is kept of it. */
  positionKey: string
}

/**
 * Notes under headings, of which only what is seen is built. It has one tab stop; the arrows go from note to note, with Shift
 * they select, as Space does; Ctrl or Cmd+A selects all, Delete deletes, Escape selects none.
 */
export function NotesList({ groups, grouping, positionKey }: NotesListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useMemo(() => entriesOf(groups), [groups])
  const { tops } = list
  const marked = useMemo(() => markedRows(list.count, (index) => list.at(index)?.key, list.indexOf), [list])
  const { stop, reach: keepReached } = useReachedRow(marked, 0, positionKey)
  const reached = noteFrom(list, stop, 1)
  const places = useMemo(() => placesOfLines(tops, noteHeight), [tops])
  const keepPlace = useKeptPlace(scroller, marked, places, positionKey)
  const { first, end } = useLinesSeen(scroller, tops)
  const listed = useCallback(() => idsOf(groups), [groups])

  const open = useCallback(
    (note: Annotation, index: number) => {
      keepReached(index)
      openEpisode(note.episodeId)
      void editNote(note)
    },
    [keepReached],
  )

  function reach(index: number): void {
    const element = scroller.current
    if (element === null) return
    keepReached(index)
    const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0]
    element.scrollTop = Math.max(Math.min(element.scrollTop, top), bottom - element.clientHeight)
    // The row may have to be built first.
    requestAnimationFrame(() => {
      element
        .querySelector<HTMLElement>(`[data-index="${index}"] [data-note-row]`)
        ?.focus({ preventScroll: true })
    })
  }

  function move(event: KeyboardEvent, height: number): boolean {
    const [step, count] = [tops[1] === undefined ? 1 : Math.max(1, Math.floor(height / 70) - 1), list.count]
    const wanted = indexAfterKey(event.key, reached, count, step)
    if (wanted === null) return false
    const index = noteFrom(list, wanted, wanted < reached ? -1 : 1)
    if (event.shiftKey) {
      const from = list.at(reached)
      const to = list.at(index)
      if (useSelectedNotes.getState().from === null && from?.kind === 'note') toggleSelected(from.note.id)
      if (to?.kind === 'note') selectUpTo(to.note.id, listed())
    }
    reach(index)
    return true
  }

  function select(id: string, isUpTo: boolean): true {
    if (isUpTo) selectUpTo(id, listed())
    else toggleSelected(id)
    return true
  }

  function actOnKey(event: KeyboardEvent): boolean {
    const entry = list.at(reached)
    const note = entry?.kind === 'note' ? entry.note : null
    const isOnRow = event.target instanceof HTMLElement && event.target.matches('[data-note-row]')
    switch (event.key) {
      case ' ':
        return isOnRow && note !== null && select(note.id, event.shiftKey)
      case 'a':
        if (!event.ctrlKey && !event.metaKey) return false
        selectAll(listed())
        return true
      case 'Escape':
        if (useSelectedNotes.getState().ids.size === 0) return false
        clearSelected()
        return true
      case 'Delete':
      case 'Backspace':
        if (useSelectedNotes.getState().ids.size === 0 && note !== null) toggleSelected(note.id)
        void deleteSelected()
        return true
      default:
        return false
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const height = scroller.current?.clientHeight ?? 0
    if ((isPlain && move(event, height)) || actOnKey(event)) event.preventDefault()
  }

  return (
    <div ref={scroller} className={styles.scroller} onScroll={keepPlace}>
      <ul
        aria-label="All notes"
        className={styles.list}
        style={{ height: tops[list.count] }}
        onKeyDown={onKeyDown}
      >
        {linesBuilt(first, end, reached).map((index) => {
          const entry = list.at(index)
          if (entry === undefined) return null
          const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0]
          return (
            <li
              key={entry.key}
              className={entry.kind === 'group' ? styles.group : styles.row}
              data-index={index}
              style={{ height: bottom - top, transform: `translateY(${top}px)` }}
            >
              {entry.kind === 'group' ? (
                <NoteGroupHead grouping={grouping} entry={entry} first={list.at(index + 1)} />
              ) : (
                <NoteRow
                  note={entry.note}
                  index={index}
                  tabStop={index === reached}
                  showsEpisode={grouping !== 'episode'}
                  listed={listed}
                  onOpen={open}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
