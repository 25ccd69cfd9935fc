/**
 * The text without any of these characters, or white space, at its two ends. By hand, since a search for a run
 * at the end of a text takes quadratic time where there are long runs in its middle.
 */
export function withoutEdges(text: string, edges: string): string {
  const isEdge = (index: number) => {
    const character = text.charAt(index)
    return edges.includes(character) || character.trim() === ''
  }
  let start = 0
  let end = text.length
  while (start < end && isEdge(start)) start += 1
  while (end > start && isEdge(end - 1)) end -= 1
  return text.slice(start, end)
}
