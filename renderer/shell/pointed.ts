let pressed: EventTarget | null = null

/** Remembers what the pointer pressed last, until the focus goes elsewhere by keyboard. */
export function followPointer(): () => void {
  const press = (event: PointerEvent): void => {
    pressed = event.target
  }
  const moveOn = (event: FocusEvent): void => {
    if (event.target instanceof Element && !isPointed(event.target)) pressed = null
  }
  window.addEventListener('pointerdown', press, true)
  window.addEventListener('focusin', moveOn)
  return () => {
    window.removeEventListener('pointerdown', press, true)
    window.removeEventListener('focusin', moveOn)
  }
}

/** Was it pressed by the pointer last? Then nobody sees that it has the focus. */
export function isPointed(element: Element): boolean {
  return pressed instanceof Node && element.contains(pressed)
}
