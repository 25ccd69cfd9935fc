/** Where a note begins: a little before the moment that plays, since a thought comes after what caused it. */
export function noteStart(positionSeconds: number, backSeconds: number): number {
  return Math.max(0, Math.floor(positionSeconds) - backSeconds)
}
