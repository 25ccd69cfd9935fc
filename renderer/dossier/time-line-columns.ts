/** Episodes that fall together on a drawn time line. */
export type TimeColumn = {
  /** Of its middle, in CSS pixels from the start of the line. */
  x: number
  /** Which they are, in the order that was given. */
  indices: number[]
  /** Epoch milliseconds of the first and the last of them. */
  firstMs: number
  lastMs: number
}

/** Evenly wide columns over all the time there is. Dates are epoch milliseconds; 0 is none, and has no place here. */
export function timeColumns(
  dates: ArrayLike<number>,
  widthPixels: number,
  columnPixels: number,
): TimeColumn[] {
  const span = spanOf(dates)
  if (span === null) return []
  const most = Math.max(1, Math.floor(widthPixels / columnPixels))
  const columns = new Map<number, TimeColumn>()
  for (let index = 0; index < dates.length; index += 1) {
    const at = dates[index] ?? 0
    if (at === 0) continue
    const share = span.lastMs === span.firstMs ? 0.5 : (at - span.firstMs) / (span.lastMs - span.firstMs)
    const number = Math.min(most - 1, Math.floor(share * most))
    const column = columns.get(number)
    if (column === undefined) {
      const x = (number + 0.5) * (widthPixels / most)
      columns.set(number, { x, indices: [index], firstMs: at, lastMs: at })
      continue
    }
    column.indices.push(index)
    column.firstMs = Math.min(column.firstMs, at)
    column.lastMs = Math.max(column.lastMs, at)
  }
  return [...columns.values()].sort((one, other) => one.x - other.x)
}

export type TimeTick = { x: number; text: string }

const monthMs = 30.44 * 24 * 3600_000
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240]
const monthText = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' })

/** Marks at the beginnings of months or years where the person is, each with room for its words. */
export function timeTicks(dates: ArrayLike<number>, widthPixels: number, tickPixels: number): TimeTick[] {
  const span = spanOf(dates)
  if (span === null || span.firstMs === span.lastMs) return []
  const months = (span.lastMs - span.firstMs) / monthMs
  const most = Math.max(1, Math.floor(widthPixels / tickPixels))
  const step = monthSteps.find((each) => months / each <= most) ?? 1200
  const first = new Date(span.firstMs)
  const ticks: TimeTick[] = []
  const begin = step >= 12 ? 0 : first.getMonth() - (first.getMonth() % step)
  const beginYear =
    step > 12 ? first.getFullYear() - (first.getFullYear() % (step / 12)) : first.getFullYear()
  for (let month = begin; ; month += step) {
    const at = new Date(beginYear, month, 1).getTime()
    if (at > span.lastMs || ticks.length > most + 1) return ticks
    if (at < span.firstMs) continue
    const x = ((at - span.firstMs) / (span.lastMs - span.firstMs)) * widthPixels
    const text = step >= 12 ? String(new Date(at).getFullYear()) : monthText.format(at)
    // The last one's words would stand out beyond the end.
    if (x <= widthPixels - tickPixels / 2) ticks.push({ x, text })
  }
}

function spanOf(dates: ArrayLike<number>): { firstMs: number; lastMs: number } | null {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < dates.length; index += 1) {
    const at = dates[index] ?? 0
    if (at === 0) continue
    firstMs = Math.min(firstMs, at)
    lastMs = Math.max(lastMs, at)
  }
  return firstMs > lastMs ? null : { firstMs, lastMs }
}
