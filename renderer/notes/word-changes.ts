export type WordPiece = { kind: 'same' | 'gone' | 'new'; text: string }

/** Comparing word by word takes time and room by the product of both; above that the middle is told as one change. */
const mostCells = 1_000_000

/** What became of a text, word by word: what both have in common stays, by the longest run of words in the same order. */
export function wordChanges(before: string, after: string): WordPiece[] {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  const start = commonStart(was, is)
  const end = commonEnd(was, is, start)
  const [wasMiddle, isMiddle] = [was.slice(start, was.length - end), is.slice(start, is.length - end)]
  return joined([
    ...was.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...(wasMiddle.length * isMiddle.length > mostCells
      ? asOneChange(wasMiddle, isMiddle)
      : byCommonWords(wasMiddle, isMiddle)),
    ...was.slice(was.length - end).map((text) => ({ kind: 'same' as const, text })),
  ])
}

/** Words and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1
  return length
}

function commonEnd(one: readonly string[], other: readonly string[], start: number): number {
  let length = 0
  const most = Math.min(one.length, other.length) - start
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

function asOneChange(was: readonly string[], is: readonly string[]): WordPiece[] {
  return [
    { kind: 'gone', text: was.join('') },
    { kind: 'new', text: is.join('') },
  ]
}

function byCommonWords(was: readonly string[], is: readonly string[]): WordPiece[] {
  const width = is.length + 1
  /** At [row, column]: the length of the longest run that what follows them has in common. */
  const lengths = new Uint32Array((was.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        was[row] === is[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pieces: WordPiece[] = []
  let [row, column] = [0, 0]
  while (row < was.length || column < is.length) {
    const [gone, come] = [was[row], is[column]]
    if (gone !== undefined && gone === come) {
      pieces.push({ kind: 'same', text: gone })
      row += 1
      column += 1
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'gone', text: gone })
      row += 1
    } else {
      pieces.push({ kind: 'new', text: come ?? '' })
      column += 1
    }
  }
  return pieces
}

/** Neighbours of a kind are one piece. */
function joined(pieces: readonly WordPiece[]): WordPiece[] {
  const whole: WordPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) last.text += piece.text
    else whole.push({ ...piece })
  }
  return whole
}
