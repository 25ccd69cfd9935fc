/** What waits to be drawn, and since when nothing is. */
const behind = new Set<() => void>()
let patience: ReturnType<typeof setTimeout> | undefined

/**
 * Nothing of the player is drawn until `goOnDrawing`, or for so long. Chromium reads audio on the page's own thread: what is drawn
 * while it goes to another place keeps it from being heard there, by as long as React and a frame take. Nobody sees the difference.
 */
export function drawLater(mostMs: number): void {
  // Of a key that is held down the first press counts, or nothing would be drawn until it is let go.
  patience ??= setTimeout(goOnDrawing, mostMs)
}

export function goOnDrawing(): void {
  if (patience === undefined) return
  clearTimeout(patience)
  patience = undefined
  const waiting = [...behind]
  behind.clear()
  for (const draw of waiting) draw()
}

/** Draws now, or when that is done again; what waits already is drawn once. */
export function drawInTurn(draw: () => void): void {
  if (patience === undefined) draw()
  else behind.add(draw)
}
