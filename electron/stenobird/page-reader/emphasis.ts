import type { Span } from './block.ts'

/** A piece of a paragraph: `code` is taken as it stands. */
export type Piece = { text: string; href: string | null; code: boolean; unit: object | null }

type Token = Piece & { mark: boolean; emphasised: boolean }

const marks = /(\*{1,3}|_{1,3})/

/**
 * Finds what stands between `*`, `**`, `_` and the like. The parser's own way is not used: on hostile
 * text it takes quadratic time. Here each mark is opened and closed at most once.
 */
export function withEmphasis(pieces: readonly Piece[]): Span[] {
  const tokens = pieces.flatMap(tokensOf)
  const open: { index: number; text: string }[] = []
  const waiting = new Map<string, number>()
  const starts = new Map<number, number>()

  tokens.forEach((token, index) => {
    if (!token.mark) return
    if ((waiting.get(token.text) ?? 0) > 0 && canClose(tokens, index)) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        waiting.set(last.text, (waiting.get(last.text) ?? 1) - 1)
        if (last.text !== token.text) continue
        starts.set(last.index, index)
        break
      }
    } else if (canOpen(tokens, index)) {
      open.push({ index, text: token.text })
      waiting.set(token.text, (waiting.get(token.text) ?? 0) + 1)
    }
  })
  return spansOf(tokens, starts)
}

function tokensOf(piece: Piece): Token[] {
  if (piece.code) return [{ ...piece, mark: false, emphasised: false }]
  return piece.text
    .split(marks)
    .map((text, index) => ({ ...piece, text, mark: index % 2 === 1, emphasised: false }))
    .filter((token) => token.text !== '')
}

function spansOf(tokens: readonly Token[], starts: ReadonlyMap<number, number>): Span[] {
  const ends = new Set(starts.values())
  let depth = 0
  return tokens.flatMap((token, index) => {
    if (starts.has(index)) depth += 1
    else if (ends.has(index)) depth -= 1
    else return [{ text: token.text, emphasised: depth > 0, href: token.href, unit: token.unit }]
    return []
  })
}

function canOpen(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1]?.text ?? ' '
  const before = tokens[index - 1]?.text ?? ' '
  return (
    !/^\s/.test(after) && (tokens[index]?.text.startsWith('*') === true || !/[\p{L}\p{N}]$/u.test(before))
  )
}

function canClose(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1]?.text ?? ' '
  const before = tokens[index - 1]?.text ?? ' '
  return (
    !/\s$/.test(before) && (tokens[index]?.text.startsWith('*') === true || !/^[\p{L}\p{N}]/u.test(after))
  )
}
