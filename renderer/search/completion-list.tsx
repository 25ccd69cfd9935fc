import { useLayoutEffect, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import styles from './completion-list.module.css'
import type { Completion } from './completions.ts'
import { forgetRecent } from './recent-searches.ts'

type CompletionListProps = {
  id: string
  completions: readonly Completion[]
  reached: number
  /** There are searches of before among them, which can be forgotten. */
  hasRecent: boolean
  onTake: (completion: Completion) => void
}

/** In the top layer, since the field stands in a narrow pane; the style sheet places it under the field. */
export function CompletionList({ id, completions, reached, hasRecent, onTake }: CompletionListProps) {
  const popover = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => popover.current?.showPopover(), [])
  useLayoutEffect(() => {
    popover.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div ref={popover} popover="manual" className={styles.popover}>
      <div id={id} role="listbox" aria-label="Ways to search">
        {completions.map((completion, index) => (
          <div
            key={`${completion.label} ${completion.detail}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === reached}
            className={styles.option}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              onTake(completion)
            }}
          >
            <span className={styles.label} dir="auto">
              {completion.label}
            </span>
            <span className={styles.detail}>{completion.detail}</span>
          </div>
        ))}
      </div>
      {hasRecent ? (
        <Button
          tone="quiet"
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onClick={forgetRecent}
        >
          Forget searches of before
        </Button>
      ) : null}
    </div>
  )
}
