import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { isFocusLost } from '../shell/focus-lost.ts'

type KeptFocus<T> = {
  ref: RefObject<T | null>
  onFocus: () => void
  onBlur: (event: FocusEvent) => void
}

/**
 * For a group of buttons that give way to others when `state` changes, as a rule because one of them was pressed: the
 * focus stays in the group, on the one that offers to take it if there is one, or goes to the first of the list item that
 * holds it where the group is empty.
 */
export function useKeptFocus<T extends HTMLElement>(state: string): KeptFocus<T> {
  const group = useRef<T>(null)
  const isHere = useRef(false)
  const stateBefore = useRef(state)

  useLayoutEffect(() => {
    const isSame = stateBefore.current === state
    stateBefore.current = state
    if (isSame || !isHere.current || !isFocusLost()) return
    const item = group.current?.closest('li')
    const offered = group.current?.querySelector<HTMLElement>('[data-takes-focus]')
    const next = offered ?? group.current?.querySelector('button') ?? item?.querySelector('button')
    next?.focus({ preventScroll: true })
  })

  return {
    ref: group,
    onFocus: () => {
      isHere.current = true
    },
    // What is taken out of the page while it has the focus loses it to nothing.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) isHere.current = false
    },
  }
}
