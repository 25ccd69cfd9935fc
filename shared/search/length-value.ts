const length = /^(?:(\d{1,4})h(?:(\d{1,2})m?)?|(\d{1,5})m?|(\d{1,6})s)$/i

/** Seconds of `45m`, `1h`, `1h30`, `90s`; a number alone is minutes. `null` when it is none. */
export function lengthOf(text: string): number | null {
  const found = length.exec(text)
  if (found === null) return null
  const [, hours, beyond, minutes, seconds] = found
  return Number(hours ?? 0) * 3600 + Number(beyond ?? minutes ?? 0) * 60 + Number(seconds ?? 0)
}

export function lengthText(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds}s`
  return seconds > 0 && seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`
}
