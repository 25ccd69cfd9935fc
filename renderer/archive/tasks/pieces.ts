/** So that no message is very large, unless one row is. */
const mostCharacters = 1_000_000

/** Items as JSON texts, each made once. */
export function* textPieces(items: Iterable<object>): Generator<string[]> {
  let piece: string[] = []
  let characters = 0
  for (const item of items) {
    const text = JSON.stringify(item)
    piece.push(text)
    characters += text.length
    if (characters < mostCharacters) continue
    yield piece
    piece = []
    characters = 0
  }
  if (piece.length > 0) yield piece
}
