import type { KeyboardEvent } from 'react'
import { indexAfterKey } from '../library/row-keys.ts'
import { leaveSearch } from './search-store.ts'

const page = 6

/** Results, and what stands between them, that the arrows go through. */
const stops = '[data-stop]'

/** Where the results are, for the field that stands elsewhere. */
export const resultsId = 'search-results'

let cameFrom: HTMLElement | null = null

/** To be told what had the focus before the field got it. */
export function comeFrom(before: EventTarget | null): void {
  if (!(before instanceof HTMLElement) || before.closest(`#${resultsId}`) !== null) return
  cameFrom = before
}

/** Ends the search; the focus goes back to what had it, if that is still there. */
export function goBack(): void {
  leaveSearch()
  const before = cameFrom
  cameFrom = null
  // What lies behind the search takes no focus before it is in front again.
  requestAnimationFrame(() => {
    if (before?.isConnected === true) before.focus({ preventScroll: true })
    else focusField()
  })
}

export function focusField(): void {
  document.querySelector<HTMLElement>('input[type=search]')?.focus()
}

/** Into the results; tells whether there are any. */
export function focusFirstResult(): boolean {
  const first = document.querySelector<HTMLElement>(`#${resultsId} ${stops}`)
  first?.focus()
  return first !== null
}

/** As Enter does on it; tells whether there is one. */
export function openFirstResult(): boolean {
  const first = document.querySelector<HTMLElement>(`#${resultsId} [data-row]`)
  first?.click()
  return first !== null
}

/** From result to result, and from the first one back to the field. */
export function moveThroughResults(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)]
  const at = all.findIndex((each) => each.matches(':focus'))
  if (at === -1) return
  if (event.key === 'Escape') {
    event.preventDefault()
    goBack()
    return
  }
  if (event.key === 'ArrowUp' && at === 0) {
    event.preventDefault()
    focusField()
    return
  }
  const next = indexAfterKey(event.key, at, all.length, page)
  if (next === null) return
  event.preventDefault()
  all[next]?.focus()
}
