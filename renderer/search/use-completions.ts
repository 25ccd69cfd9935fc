import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { type Asked, type Completion, completionsAt } from './completions.ts'
import { useKnownValues } from './known-values.ts'
import { useRecentSearches } from './recent-searches.ts'
import { typeSearch, useSearch } from './search-store.ts'

/** What is said beside a search of before. */
export const recentDetail = 'Searched before'

type Open = { cursor: number; asked: Asked }

const noCompletions: readonly Completion[] = []

/** What the field offers to complete, and which of it was reached by the arrows. */
export function useCompletions(field: RefObject<HTMLInputElement | null>) {
  const known = useKnownValues()
  const text = useSearch((state) => state.text)
  const recent = useRecentSearches((state) => state.texts)
  const [open, setOpen] = useState<Open | null>(null)
  const [reached, setReached] = useState(-1)
  const completions = useMemo(() => {
    if (open === null) return noCompletions
    const searches = open.asked === 'by-hand' && text === '' ? recent.map(recentSearch) : []
    return [...searches, ...completionsAt(text, open.cursor, known, open.asked)]
  }, [open, text, known, recent])

  function look(asked: Asked): void {
    setOpen({ cursor: field.current?.selectionEnd ?? 0, asked })
    setReached(-1)
  }

  function close(): void {
    setOpen(null)
    setReached(-1)
  }

  function take({ text: completed, cursor }: Completion): void {
    typeSearch(completed)
    const input = field.current
    if (input === null) return
    // The field shows it once React has written it there.
    requestAnimationFrame(() => {
      input.setSelectionRange(cursor, cursor)
      input.scrollLeft = input.scrollWidth
      setOpen({ cursor, asked: 'typed' })
      setReached(-1)
    })
  }

  /** Tells whether the key did something here. */
  function act({ key, shiftKey }: KeyboardEvent): boolean {
    if (completions.length === 0) return false
    const chosen = completions[reached]
    switch (key) {
      case 'ArrowDown':
        setReached(around(reached + 1, completions.length))
        return true
      case 'ArrowUp':
        setReached(around(reached - 1, completions.length))
        return true
      case 'Enter':
        if (chosen !== undefined) take(chosen)
        return chosen !== undefined
      case 'Tab': {
        const first = open?.asked === 'typed' ? completions[0] : undefined
        const taken = chosen ?? first
        if (shiftKey || taken === undefined) return false
        take(taken)
        return true
      }
      case 'Escape':
        close()
        return true
      default:
        return false
    }
  }

  return { completions, reached, look, close, take, act }
}

function recentSearch(text: string): Completion {
  return { label: text, detail: recentDetail, text, cursor: text.length }
}

/** From -1, where nothing is chosen, around to it again. */
function around(index: number, count: number): number {
  if (index < -1) return count - 1
  return index >= count ? -1 : index
}
