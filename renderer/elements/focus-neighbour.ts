/** This item of a list is about to go away: what stands after it, or else before it, takes the focus. */
export function focusNeighbour(item: Element | null | undefined): void {
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
  neighbour?.querySelector('button')?.focus({ preventScroll: true })
}
