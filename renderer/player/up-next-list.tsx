import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { type RefObject, useRef, useState } from 'react'
import type { QueuedEntry } from './queued-entries.ts'
import { dropQueued, indexIn } from './up-next-acts.ts'
import { UpNextRow } from './up-next-row.tsx'
import styles from './up-next-view.module.css'

/** A press that moves no further is a click. */
const dragAfterPixels = 6

/** Rows part where the dragged one will land; at an edge the list scrolls. */
export function UpNextList({ entries }: { entries: readonly QueuedEntry[] }) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: dragAfterPixels } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const hasMoved = useRef(false)
  const [dropped, setDropped] = useState<Dropped | null>(null)
  const shown = dropped?.from === entries ? dropped.shown : entries

  function drop({ active, over }: DragEndEvent): void {
    const from = indexIn(shown, active.id)
    const to = over === null ? -1 : indexIn(shown, over.id)
    const entry = shown[from]
    if (entry === undefined || to === -1 || to === from) return
    setDropped({ from: entries, shown: arrayMove([...shown], from, to) })
    void dropQueued(entry, to, shown).then((outcome) => {
      if (outcome === 'not-written') setDropped(null)
    })
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[vertically]}
      autoScroll={{ threshold: { x: 0, y: 0.15 } }}
      accessibility={{ announcements: announcementsFor(shown, hasMoved), screenReaderInstructions }}
      onDragEnd={drop}
    >
      <SortableContext items={shown.map(({ episode }) => episode.id)} strategy={verticalListSortingStrategy}>
        <ol aria-label="Up next" className={styles.list}>
          {shown.map((entry) => (
            <UpNextRow key={entry.episode.id} entry={entry} shown={shown} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

/** The order after a drop, until the database tells it. */
type Dropped = { from: readonly QueuedEntry[]; shown: readonly QueuedEntry[] }

const vertically: Modifier = ({ transform }) => ({ ...transform, x: 0 })

const screenReaderInstructions = {
  draggable:
    'Press space to pick it up, the arrow keys to move it, space again to put it down, Escape to leave it where it was.',
}

/** Over its own place at once, it says nothing yet that its picking up did not say. */
function announcementsFor(shown: readonly QueuedEntry[], hasMoved: RefObject<boolean>): Announcements {
  const titleOf = (id: string | number) => shown[indexIn(shown, id)]?.episode.title ?? 'The episode'
  const placeOf = (id: string | number) => `${indexIn(shown, id) + 1} of ${shown.length}`
  return {
    onDragStart: ({ active }) => {
      hasMoved.current = false
      return `${titleOf(active.id)} is picked up. It is ${placeOf(active.id)}.`
    },
    onDragOver: ({ active, over }) => {
      if (over === null || (over.id === active.id && !hasMoved.current)) return
      hasMoved.current = true
      return `${titleOf(active.id)}: ${placeOf(over.id)}`
    },
    onDragEnd: ({ active, over }) =>
      `${titleOf(active.id)} is put down at ${placeOf(over?.id ?? active.id)}.`,
    onDragCancel: ({ active }) => `${titleOf(active.id)} stays at ${placeOf(active.id)}.`,
  }
}
