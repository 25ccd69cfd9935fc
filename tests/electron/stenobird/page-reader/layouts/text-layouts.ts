import { clockText } from '../../../../../shared/time/clock.ts'
import { fieldsOf } from './markdown-layouts.ts'
import type { WrittenEpisode } from './written-episode.ts'

/** The visible text of a page as it was seen once: chapters without line breaks, list markers in odd places. */
function runTogether(episode: WrittenEpisode): string {
  const fields = fieldsOf(episode, (text) => text).map(([name, value]) =>
    name === 'Processing state'
      ? `- ${name}\n${value}`
      : `- ${name}\n- ${value}${name === 'Canonical source' ? '' : '\n'}`,
  )
  const section = (title: string, lines: readonly string[], between: string) =>
    lines.length === 0 ? [] : [`${title}\n${lines.join(between)}`]
  return [
    `Episode\n${episode.title}\n${fields.join('')}`,
    ...section(
      'Actions',
      episode.actions.map(({ method, url, description }) => `${method} ${url}\n${description}`),
      '',
    ),
    `Summary\n${episode.summary}`,
    ...section(
      'Topics',
      episode.topics.map((topic) => `- ${topic}`),
      '\n',
    ),
    ...section(
      'Highlights',
      episode.highlights.map(({ kind, text }) => `- ${kind}: ${text}`),
      '\n',
    ),
    ...section(
      'Chapters',
      episode.chapters.map(
        ({ startSeconds, title, description }) => `${clockText(startSeconds)}${title}: ${description}`,
      ),
      '',
    ),
  ].join('\n')
}

/** The same with a line for each chapter. */
function lineByLine(episode: WrittenEpisode): string {
  const chapters = episode.chapters.map(
    ({ startSeconds, title, description }) =>
      `${clockText(startSeconds)} ${title}${description === '' ? '' : `: ${description}`}`,
  )
  const rest = runTogether({ ...episode, chapters: [] })
  return chapters.length === 0 ? rest : `${rest}\nChapters\n${chapters.join('\n')}`
}

export const textLayouts: Record<string, (episode: WrittenEpisode) => string> = {
  'plain text that runs together': runTogether,
  'plain text line by line': lineByLine,
  'plain text with Windows line ends and empty lines': (episode) =>
    runTogether(episode).replaceAll('\n', '\r\n\r\n'),
}
