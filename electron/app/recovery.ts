const mostInARow = 3
const withinMs = 60_000

/** Whether a page whose process ended may begin anew: three times a minute, so that it does not fail for ever unseen. */
export function createRecovery(): (nowMs: number) => boolean {
  let endings: number[] = []
  return (nowMs) => {
    endings = [...endings.filter((endedAtMs) => nowMs - endedAtMs < withinMs), nowMs]
    return endings.length <= mostInARow
  }
}
