export type Speed = {
  note: (bytes: number, nowMs: number) => void
  /** Bytes a second over the last seconds; `null` while too little time has passed to tell. */
  at: (nowMs: number) => number | null
}

const windowMs = 5000
/** The first moment of a connection says nothing of the rest. */
const leastMs = 1000

/** How fast something comes, which falls when nothing does. */
export function createSpeed(beganAtMs: number): Speed {
  let pieces: { bytes: number; atMs: number }[] = []

  function forget(nowMs: number): void {
    if ((pieces[0]?.atMs ?? nowMs) >= nowMs - windowMs) return
    pieces = pieces.filter(({ atMs }) => atMs >= nowMs - windowMs)
  }

  return {
    note: (bytes, nowMs) => {
      forget(nowMs)
      const last = pieces.at(-1)
      // A fast connection brings thousands of pieces a second.
      if (last !== undefined && nowMs - last.atMs < 50) last.bytes += bytes
      else pieces.push({ bytes, atMs: nowMs })
    },
    at: (nowMs) => {
      forget(nowMs)
      const spanMs = Math.min(windowMs, nowMs - beganAtMs)
      if (spanMs < leastMs) return null
      return (pieces.reduce((sum, { bytes }) => sum + bytes, 0) * 1000) / spanMs
    },
  }
}
