/** Where a key leads in a list that does not wrap; `null` for every other key. `page` is how many rows a page has. */
export function indexAfterKey(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1)
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'PageDown':
      return Math.min(count - 1, index + page)
    case 'PageUp':
      return Math.max(0, index - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
