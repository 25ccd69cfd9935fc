/** Is the focus nowhere, or on what is hidden behind another pane? */
export function isFocusLost(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.closest('[inert]') !== null
}
