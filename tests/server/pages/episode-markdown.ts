import type { StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import { type ShownParts, shownParts } from './shown-parts.ts'
import { clockTime, pageDate } from './wording.ts'

export const markdownLayouts = ['bullets', 'table', 'run-together', 'front-matter'] as const
/** The real layout of K2 is not known; a reader has to get along with each of these. */
export type MarkdownLayout = (typeof markdownLayouts)[number]
type Field = readonly [name: string, value: string]

/** K2. */
export function episodeMarkdown(
  episode: StandInEpisode,
  podcast: StandInPodcast,
  origin: string,
  layout: MarkdownLayout,
): string {
  const parts = shownParts(episode, origin)
  const fields: Field[] = [
    ['Podcast', podcast.title],
    ['Published', pageDate(episode.publishedAt)],
    ['Duration seconds', String(episode.durationSeconds)],
    ['Processing state', episode.processingState],
    ...(parts.canonicalUrl === null ? [] : [['Canonical source', parts.canonicalUrl] as const]),
  ]
  switch (layout) {
    case 'bullets':
      return page(episode, parts, fields.map(([name, value]) => `- **${name}:** ${value}`).join('\n'))
    case 'table':
      return page(episode, parts, fieldTable(fields))
    case 'front-matter':
      return frontMatter(episode, fields) + page(episode, parts, '')
    case 'run-together':
      return runTogether(episode, parts, fields)
  }
}

function page(episode: StandInEpisode, parts: ShownParts, fields: string): string {
  const actions = parts.actions.map((action) => `- \`${action.method} ${action.url}\`: ${action.description}`)
  const chapters = parts.chapters.map(({ startSeconds, title, description }) =>
    `- ${clockTime(startSeconds)} **${inline(title)}**: ${inline(description)}`.trimEnd(),
  )
  return [
    `# ${inline(episode.title)}`,
    fields,
    section('Actions', actions),
    section('Summary', parts.summary === null ? [] : [inline(parts.summary)]),
    section(
      'Topics',
      parts.topics.map((topic) => `- ${topic}`),
    ),
    section(
      'Highlights',
      parts.highlights.map(({ kind, text }) => `- **${kind}:** ${inline(text)}`),
    ),
    section('Chapters', chapters),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n')
}

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.map(([name, value]) => `| ${name} | ${value.replaceAll('|', '\\|')} |`)
  return ['| Field | Value |', '| --- | --- |', ...rows].join('\n')
}

/** YAML, with the names in snake case and every value as a quoted string. */
function frontMatter(episode: StandInEpisode, fields: readonly Field[]): string {
  const lines = [['Title', episode.title] as const, ...fields].map(
    ([name, value]) => `${name.toLowerCase().replaceAll(' ', '_')}: ${JSON.stringify(value)}`,
  )
  return ['---', ...lines, '---', '', ''].join('\n')
}

/** As the visible text of the page comes when it is copied: headings without marks, items without breaks. */
function runTogether(episode: StandInEpisode, parts: ShownParts, fields: readonly Field[]): string {
  const dashed = fields.map(([name, value]) =>
    name === 'Processing state'
      ? `- ${name}\n${value}`
      : `- ${name}\n- ${value}${name === 'Canonical source' ? '' : '\n'}`,
  )
  const chapters = parts.chapters.map(
    ({ startSeconds, title, description }) => `${clockTime(startSeconds)}${title}: ${description}`,
  )
  return [
    `Episode\n${episode.title}\n${dashed.join('')}`,
    `Actions\n${parts.actions.map(({ method, url, description }) => `${method} ${url}\n${description}`).join('')}`,
    parts.summary === null ? '' : `Summary\n${parts.summary}`,
    parts.topics.length === 0 ? '' : `Topics\n${parts.topics.map((topic) => `- ${topic}`).join('\n')}`,
    parts.highlights.length === 0
      ? ''
      : `Highlights\n${parts.highlights.map(({ kind, text }) => `- ${kind}: ${text}`).join('\n')}`,
    chapters.length === 0 ? '' : `Chapters\n${chapters.join('')}`,
  ]
    .filter((block) => block !== '')
    .join('\n')
    .concat('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`
}

/** Backslashes before what Markdown would read as marks. */
function inline(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, '\\$&')
}
