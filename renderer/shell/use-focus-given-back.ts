import { type FocusEvent, useLayoutEffect, useRef } from 'react'
import { isFocusLost } from './focus-lost.ts'

type FocusGivenBack = { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void }

/**
 * For a group whose buttons go away when `content` changes, as a rule because one of them was pressed: the focus goes back
 * to where it was before it came here.
 */
export function useFocusGivenBack(content: unknown): FocusGivenBack {
  const before = useRef<HTMLElement>(null)
  const isHere = useRef(false)
  const contentBefore = useRef(content)

  useLayoutEffect(() => {
    const isSame = contentBefore.current === content
    contentBefore.current = content
    if (isSame || !isHere.current || !isFocusLost()) return
    isHere.current = false
    before.current?.focus({ preventScroll: true })
  })

  return {
    onFocus: ({ currentTarget, relatedTarget }) => {
      isHere.current = true
      if (currentTarget.contains(relatedTarget)) return
      before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
    },
    // What is taken out of the page while it has the focus loses it to nothing.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) isHere.current = false
    },
  }
}
