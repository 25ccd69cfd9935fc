import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TrackingState } from '../../shared/models/tracking.ts'
import { inState } from '../../shared/tracking/standing.ts'
import { linesBuilt } from '../elements/lines-seen.ts'
import { useLinesSeen } from '../elements/use-lines-seen.ts'
import { indexAfterKey } from '../library/row-keys.ts'
import { openEpisode } from '../shell/open.ts'
import { revealNote } from './revealed-note.ts'
import { changeState, lookAgain, stopTracking } from './track.ts'
import { groupOf, type TrackedGroup, type TrackedNote } from './tracked-groups.ts'
import { noteLineFrom, trackedLines } from './tracked-lines.ts'
import { useTrackerFocus } from './tracker-focus.ts'
import { TrackerGroupHead } from './tracker-group-head.tsx'
import { actOfKey } from './tracker-keys.ts'
import styles from './tracker-list.module.css'
import { type RowActs, TrackerRow } from './tracker-row.tsx'
import { TrackingDialog } from './tracking-dialog.tsx'

type TrackerListProps = { groups: readonly TrackedGroup[]; today: string }

/**
 * What is tracked under headings, of which only what is seen is built. It has one tab stop; the arrows go from one to the next, 1
 * to 4 say what became of it, D sets a day, E opens how it went, Enter opens its episode, Delete tracks it no longer.
 */
export function TrackerList({ groups, today }: TrackerListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { lines, tops } = useMemo(() => trackedLines(groups), [groups])
  const [reachedKey, setReachedKey] = useState<string | null>(null)
  const [opened, setOpened] = useState<TrackedNote | null>(null)
  const { first, end } = useLinesSeen(scroller, tops)
  const reached = useMemo(() => {
    const index = reachedKey === null ? -1 : lines.findIndex(({ key }) => key === reachedKey)
    return index === -1 ? noteLineFrom(lines, 0, 1) : index
  }, [lines, reachedKey])

  const reach = useCallback(
    (index: number): void => {
      const element = scroller.current
      const line = lines[index]
      if (element === null || line === undefined) return
      setReachedKey(line.key)
      const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0]
      element.scrollTop = Math.max(Math.min(element.scrollTop, top), bottom - element.clientHeight)
      // The row may have to be built first.
      requestAnimationFrame(() => {
        element
          .querySelector<HTMLElement>(`[data-line="${CSS.escape(line.key)}"] [data-tracked-row]`)
          ?.focus({ preventScroll: true })
      })
    },
    [lines, tops],
  )

  /** It leaves its group: who goes through them comes to the next one. */
  const passOn = useCallback(
    (note: TrackedNote): void => {
      const index = lines.findIndex(({ key }) => key === note.id)
      const after = lines[index + 1]
      const next = after?.kind === 'note' ? index + 1 : noteLineFrom(lines, index - 1, -1)
      reach(next === index ? noteLineFrom(lines, index + 1, 1) : next)
    },
    [lines, reach],
  )

  const acts = useMemo((): RowActs => {
    return {
      open: (note) => {
        setReachedKey(note.id)
        openEpisode(note.episodeId)
        revealNote(note.id)
      },
      state: (note, state: TrackingState) => {
        if (state === note.tracking.state) return
        const after = { ...note, tracking: inState(note.tracking, state, today) }
        if (groupOf(after, today) !== groupOf(note, today)) passOn(note)
        void changeState(note, state)
      },
      day: (note, day) => {
        const after = { ...note, tracking: { ...note.tracking, lookAgainOn: day } }
        if (groupOf(after, today) !== groupOf(note, today)) passOn(note)
        void lookAgain(note, day)
      },
      more: setOpened,
      stop: (note) => {
        passOn(note)
        void stopTracking(note)
      },
    }
  }, [passOn, today])

  const wantsTop = useTrackerFocus((state) => state.wantsTop)
  useEffect(() => {
    if (!wantsTop) return
    useTrackerFocus.setState({ wantsTop: false })
    if (scroller.current !== null) scroller.current.scrollTop = 0
    reach(noteLineFrom(lines, 0, 1))
  }, [wantsTop, lines, reach])

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('[popover]') !== null) return
    const key = target.closest<HTMLElement>('[data-line]')?.dataset.line
    const index = lines.findIndex((line) => line.key === key)
    const line = lines[index]
    if (line?.kind !== 'note') return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 114) - 1)
    const wanted = indexAfterKey(event.key, index, lines.length, page)
    if (wanted !== null) reach(noteLineFrom(lines, wanted, wanted < index ? -1 : 1))
    else if (!actOfKey(event.key, line.note, today, acts)) return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        aria-label="Tracked takeaways"
        className={styles.list}
        style={{ height: tops[lines.length] }}
        onKeyDown={onKeyDown}
      >
        {linesBuilt(first, end, reached).map((index) => {
          const line = lines[index]
          if (line === undefined) return null
          const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0]
          return (
            <li
              key={line.key}
              className={line.kind === 'group' ? styles.group : styles.row}
              data-line={line.key}
              data-due={line.kind === 'group' ? line.name === 'due' : undefined}
              style={{ height: bottom - top, transform: `translateY(${top}px)` }}
            >
              {line.kind === 'group' ? (
                <TrackerGroupHead name={line.name} count={line.count} />
              ) : (
                <TrackerRow note={line.note} tabStop={index === reached} acts={acts} />
              )}
            </li>
          )
        })}
      </ul>
      {opened === null ? null : <TrackingDialog note={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}
