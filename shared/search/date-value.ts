/** 2026, 2026-03 or 2026-03-04; or so many days ago, 30d. */
const date = /^([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const daysAgo = /^(\d{1,5})d$/i

/** The instant at which that year, month or day begins where the person is; `null` when it is none. */
export function dateOf(text: string, nowMs: number): number | null {
  const ago = daysAgo.exec(text)
  if (ago !== null) {
    const now = new Date(nowMs)
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(ago[1])).getTime()
  }
  const found = date.exec(text)
  if (found === null) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const begins = new Date(year, month - 1, day)
  const isReal = begins.getMonth() === month - 1 && begins.getDate() === day
  return isReal ? begins.getTime() : null
}

export function dateText(atMs: number): string {
  const at = new Date(atMs)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
