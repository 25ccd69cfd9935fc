import type { KeyboardEvent, PointerEvent } from 'react'
import { keepPaneWidths, type Pane, paneLimits, setPaneWidth, usePaneWidths } from './pane-widths.ts'
import styles from './separator.module.css'

/** How far an arrow key moves it, in CSS pixels. */
const step = 16

/** The line between two panes: dragged, moved by arrow keys, set back by a double click. */
export function Separator({ pane, label }: { pane: Pane; label: string }) {
  const width = usePaneWidths((state) => state[pane])
  const { least, usual, most } = paneLimits[pane]

  function drag(event: PointerEvent<HTMLHRElement>): void {
    if (event.button !== 0) return
    const handle = event.currentTarget
    const from = event.clientX
    handle.setPointerCapture(event.pointerId)
    const follow = (moved: globalThis.PointerEvent): void => setPaneWidth(pane, width + moved.clientX - from)
    handle.addEventListener('pointermove', follow)
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', follow)
        keepPaneWidths()
      },
      { once: true },
    )
  }

  function moveByKey(event: KeyboardEvent<HTMLHRElement>): void {
    const target = widthAfter(event.key)
    if (target === null) return
    event.preventDefault()
    setPaneWidth(pane, target)
    keepPaneWidths()
  }

  function widthAfter(key: string): number | null {
    switch (key) {
      case 'ArrowLeft':
        return width - step
      case 'ArrowRight':
        return width + step
      case 'Home':
        return least
      case 'End':
        return most
      default:
        return null
    }
  }

  return (
    <hr
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      aria-valuetext={`${width} pixels`}
      className={styles.separator}
      onPointerDown={drag}
      onKeyDown={moveByKey}
      onDoubleClick={() => {
        setPaneWidth(pane, usual)
        keepPaneWidths()
      }}
    />
  )
}
