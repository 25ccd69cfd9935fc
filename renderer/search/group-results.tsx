import { ArrowLeft } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { SearchGroup, SearchQuery } from '../../shared/search/query.ts'
import { useLibrary } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import viewStyles from '../elements/view.module.css'
import { indexAfterKey } from '../library/row-keys.ts'
import { scrollTopShowing } from '../library/row-window.ts'
import { useRowWindow } from '../library/use-row-window.ts'
import { countText, groupNames, listNames } from './group-words.ts'
import { libraryRow } from './library-row.ts'
import { focusField, goBack, resultsId } from './result-keys.ts'
import { ResultRow } from './result-row.tsx'
import { showGroup } from './search-store.ts'
import styles from './search-view.module.css'
import { useGroupPages } from './use-group-pages.ts'

/** In CSS pixels, as in `result-row.module.css`. */
const rowHeight = 84

/** One group of what was found, whole: of tens of thousands only what is seen is read and built. */
export function GroupResults({ group, query }: { group: SearchGroup; query: SearchQuery }) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The row that is to have the focus once it is built. */
  const focusing = useRef<number | null>(null)
  const library = useLibrary()
  const [reached, setReached] = useState(0)
  const { total, at, look: lookAtPages } = useGroupPages(group, query)
  const count = total ?? 0
  const { window, look } = useRowWindow(scroller, count, rowHeight)
  useLayoutEffect(look)
  useLayoutEffect(() => lookAtPages(window))
  useLayoutEffect(() => {
    if (focusing.current === null) return
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${focusing.current}"] [data-row]`)
    if (row == null) return
    focusing.current = null
    // Whoever went elsewhere meanwhile is left there.
    if (list.current?.contains(document.activeElement) === true) row.focus({ preventScroll: true })
  })

  function moveByKey(event: KeyboardEvent): void {
    const element = scroller.current
    if (element === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Escape') {
      event.preventDefault()
      goBack()
      return
    }
    if (event.key === 'ArrowUp' && reached === 0) {
      event.preventDefault()
      focusField()
      return
    }
    const { scrollTop, clientHeight: height } = element
    const next = indexAfterKey(event.key, reached, count, Math.max(1, Math.floor(height / rowHeight) - 1))
    if (next === null) return
    event.preventDefault()
    setReached(next)
    element.scrollTop = scrollTopShowing(next, rowHeight, { scrollTop, height })
    focusing.current = next
    // Until the row is there; its page may have to be read first.
    list.current?.focus({ preventScroll: true })
  }

  return (
    <section className={viewStyles.whole} aria-label="Found">
      <header className={viewStyles.header}>
        <Button
          tone="quiet"
          className={styles.back}
          icon={<ArrowLeft size={15} />}
          onClick={() => showGroup(null)}
        >
          All results
        </Button>
        <div className={viewStyles.line}>
          <h2 className={viewStyles.title}>{groupNames[group]}</h2>
          <span className={viewStyles.total} role="status">
            {total === null ? '' : countText(group, total)}
          </span>
        </div>
      </header>
      <div ref={scroller} id={resultsId} className={styles.scroller}>
        <ul
          ref={list}
          tabIndex={-1}
          aria-label={listNames[group]}
          className={styles.list}
          style={{ height: count * rowHeight }}
          onKeyDown={moveByKey}
        >
          {indicesOf(window, reached, count).map((index) => {
            const hit = at(index)
            const startPixels = index * rowHeight
            if (hit === undefined) {
              return (
                <li
                  key={index}
                  className={styles.waiting}
                  aria-hidden="true"
                  style={{ transform: `translateY(${startPixels}px)` }}
                />
              )
            }
            return (
              <ResultRow
                key={index}
                hit={hit}
                episode={library === undefined ? undefined : libraryRow(library, hit.episodeId)}
                isStop={index === reached}
                onReach={() => setReached(index)}
                place={{ index, count, startPixels }}
              />
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** The row that was reached stays built, so that the list can be entered however far it was scrolled. */
function indicesOf({ first, end }: { first: number; end: number }, reached: number, count: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (reached >= count || (reached >= first && reached < end)) return seen
  return reached < first ? [reached, ...seen] : [...seen, reached]
}
