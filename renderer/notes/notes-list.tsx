import type { RefObject } from 'react'
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Annotation } from '../../shared/models/annotation.ts'
import { indexAfterKey } from '../library/row-keys.ts'
import { openEpisode } from '../shell/open.ts'
import { editNote } from './editor-actions.ts'
import type { Grouping, NoteGroup } from './listed-notes.ts'
import { entriesOf, entriesSeen, type NoteEntries, type NoteEntry } from './note-entries.ts'
import { NoteGroupHead } from './note-group-head.tsx'
import { NoteRow } from './note-row.tsx'
import styles from './notes-list.module.css'
import { clearSelected, selectAll, selectUpTo, toggleSelected, useSelectedNotes } from './selected-notes.ts'
import { deleteSelected } from './selection-acts.ts'

type NotesListProps = { groups: readonly NoteGroup[]; grouping: Grouping }

/**
 * Notes under headings, of which only what is seen is built. It has one tab stop; the arrows go from note to note, with Shift
 * they select, as Space does; Ctrl or Cmd+A selects all, Delete deletes, Escape selects none.
 */
export function NotesList({ groups, grouping }: NotesListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useMemo(() => entriesOf(groups), [groups])
  const { entries, tops } = list
  const [reachedKey, setReachedKey] = useState<string | null>(null)
  const reached = useMemo(() => stopOf(entries, reachedKey), [entries, reachedKey])
  const { first, end } = useSeen(scroller, list)
  const listed = useCallback(
    () => [...new Set(entries.flatMap((entry) => (entry.kind === 'note' ? entry.note.id : [])))],
    [entries],
  )

  const open = useCallback(
    (note: Annotation, index: number) => {
      setReachedKey(entries[index]?.key ?? null)
      openEpisode(note.episodeId)
      void editNote(note)
    },
    [entries],
  )

  function reach(index: number): void {
    const element = scroller.current
    const entry = entries[index]
    if (element === null || entry === undefined) return
    setReachedKey(entry.key)
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
    const [step, count] = [
      tops[1] === undefined ? 1 : Math.max(1, Math.floor(height / 70) - 1),
      entries.length,
    ]
    const wanted = indexAfterKey(event.key, reached, count, step)
    if (wanted === null) return false
    const index = noteFrom(entries, wanted, wanted < reached ? -1 : 1)
    if (event.shiftKey) {
      const from = entries[reached]
      const to = entries[index]
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
    const entry = entries[reached]
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
    <div ref={scroller} className={styles.scroller}>
      <ul
        aria-label="All notes"
        className={styles.list}
        style={{ height: tops[entries.length] }}
        onKeyDown={onKeyDown}
      >
        {indicesOf(first, end, reached).map((index) => {
          const entry = entries[index]
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
                <NoteGroupHead grouping={grouping} entry={entry} first={entries[index + 1]} />
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

function useSeen(scroller: RefObject<HTMLElement | null>, list: NoteEntries): { first: number; end: number } {
  const [seen, setSeen] = useState(() => ({ scrollTop: 0, height: window.innerHeight }))
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => setSeen({ scrollTop: element.scrollTop, height: element.clientHeight })
    // At once, or a fling would show the empty ground for a frame.
    const onScroll = () => flushSync(look)
    element.addEventListener('scroll', onScroll, { passive: true })
    const resizing = new ResizeObserver(look)
    resizing.observe(element)
    look()
    return () => {
      element.removeEventListener('scroll', onScroll)
      resizing.disconnect()
    }
  }, [scroller])
  return entriesSeen(list, seen)
}

/** Where the tab stop is; the first note when the one that had it is gone. */
function stopOf(entries: readonly NoteEntry[], key: string | null): number {
  const index = key === null ? -1 : entries.findIndex((entry) => entry.key === key)
  return index === -1 ? noteFrom(entries, 0, 1) : index
}

/** The note there, or the next one in that direction, or in the other. */
function noteFrom(entries: readonly NoteEntry[], index: number, step: 1 | -1): number {
  for (let at = index; entries[at] !== undefined; at += step) if (entries[at]?.kind === 'note') return at
  for (let at = index; entries[at] !== undefined; at -= step) if (entries[at]?.kind === 'note') return at
  return 0
}

/** What holds the tab stop stays built, so that the list can be entered however far it was scrolled. */
function indicesOf(first: number, end: number, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}
