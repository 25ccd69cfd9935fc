import { isPointed } from './pointed.ts'

/** Kinds of `<input>` in which nothing is typed. */
const notTypedIn = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'file', 'color'])

/** Letters typed here are text, and Ctrl+Z takes back typing. */
export function isTypedIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !notTypedIn.has(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}

const pressedByKeys = 'button, summary, [role=button], [role=menuitem], [role=option]'

/** Does what has the focus use this key itself? */
export function usesKey(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (chord === 'space') {
    // In a row of the library Enter opens, and after a click on a chapter Space is for play and pause.
    if (target.matches('[data-row]') || isPointed(target)) return false
    return target.matches(`${pressedByKeys}, input:not([type=range])`)
  }
  if (chord === 'enter') return target.matches(`${pressedByKeys}, a, input`)
  return (
    /^(arrow|home|end|page)/.test(chord) &&
    target.matches('input, [role=slider], [role=separator], [role=menuitem], [role=listbox]')
  )
}
