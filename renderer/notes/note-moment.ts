/** Where a note begins: a little before the moment that plays, since a thought comes after what caused it. */
export function noteStart(positionSeconds: number, backSeconds: number): number {
  return Math.max(0, Math.floor(positionSeconds) - backSeconds)
}

/** A note's start moved by hand; it stays within the episode when its length is known. */
export function nudgedStart(startSeconds: number, bySeconds: number, durationSeconds: number | null): number {
  const moved = Math.max(0, startSeconds + bySeconds)
  return durationSeconds === null ? moved : Math.min(moved, Math.max(0, durationSeconds))
}
