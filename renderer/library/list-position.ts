/** How far each list was scrolled, in CSS pixels, while the app runs. */
const positions = new Map<string, number>()

export function listPositionOf(key: string): number {
  return positions.get(key) ?? 0
}

export function keepListPosition(key: string, pixels: number): void {
  positions.set(key, pixels)
}
