import { type RefObject, useLayoutEffect } from 'react'
import { isFocusLost } from '../shell/focus-lost.ts'

/** What takes the focus, in this order. */
const heirs = ['[data-row][tabindex="0"]', 'button:enabled']

/**
 * For what draws itself anew by what arrives and what is done elsewhere: when what had the focus is gone from it, the row that
 * holds the tab stop has it, or where there is none, the last button. Nobody is thrown out of the page.
 */
export function useFocusKept(within: RefObject<HTMLElement | null>): void {
  // While this is drawn it is still there. Listening for it would miss what a dialog gives the focus back to as it closes.
  const focused = document.activeElement
  const wasWithin = within.current?.contains(focused) === true

  useLayoutEffect(() => {
    if (!wasWithin || focused?.isConnected === true || !isFocusLost()) return
    const heir = heirs
      .map((selector) => [...(within.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1))
      .find((element) => element !== undefined)
    heir?.focus({ preventScroll: true })
  })
}
