import type { Chapter } from '../models/episode.ts'
import { xmlAttribute } from './xml-attribute.ts'

/** Podlove Simple Chapters 1.2. It has no place for what a chapter is about. */
export function podloveChapters(chapters: readonly Chapter[]): string {
  const lines = chapters.map(
    ({ startSeconds, title }) =>
      `  <psc:chapter start="${playTime(startSeconds)}" title="${xmlAttribute(title)}"/>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n${lines.join('')}</psc:chapters>\n`
}

/** Normal play time: `00:01:59.000`. */
function playTime(seconds: number): string {
  const whole = Math.round(Math.max(0, seconds) * 1000)
  const [hours, minutes] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60]
  const rest = ((whole % 60_000) / 1000).toFixed(3)
  return `${padded(hours)}:${padded(minutes)}:${rest.padStart(6, '0')}`
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}
