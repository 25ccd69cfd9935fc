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

/** Does what has the focus use this key itself? */
export function usesKey(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (chord === 'space' || chord === 'enter') {
    // In a row of the library Enter opens, and Space is free for play and pause.
    if (chord === 'space' && target.matches('[data-row]')) return false
    return target.matches('button, a, summary, input, [role=button], [role=menuitem], [role=option]')
  }
  const moves = /^(shift\+)?(arrow|home|end|page)/.test(chord)
  return moves && target.matches('input, [role=slider], [role=separator], [role=menuitem], [role=listbox]')
}
