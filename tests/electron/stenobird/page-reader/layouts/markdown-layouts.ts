import { clockText } from '../../../../../shared/time/clock.ts'
import type { WrittenEpisode } from './written-episode.ts'

/** Backslashes before every sign that Markdown could read. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

type Parts = Partial<Record<'fields' | 'highlights' | 'chapters' | 'topics' | 'actions', string>>

function markdownPage(episode: WrittenEpisode, parts: Parts, order = usualOrder): string {
  const { title, summary, topics, highlights, chapters, actions } = episode
  const page: Record<string, string> = {
    title: `# ${escaped(title)}`,
    fields: fieldsOf(episode)
      .map(([name, value]) => `- **${name}:** ${value}`)
      .join('\n'),
    actions: section(
      'Actions',
      actions.map(({ method, url, description }) => `- \`${method} ${url}\`: ${description}`),
    ),
    summary: section('Summary', [escaped(summary)]),
    topics: section(
      'Topics',
      topics.map((topic) => `- ${topic}`),
    ),
    highlights: section(
      'Highlights',
      highlights.map(({ kind, text }) => `- **${kind}:** ${escaped(text)}`),
    ),
    chapters: section('Chapters', chapters.map(boldChapter)),
    ...parts,
  }
  return `${order.map((name) => page[name] ?? '').join('\n\n')}\n`
}

const usualOrder = ['title', 'fields', 'actions', 'summary', 'topics', 'highlights', 'chapters']

export function fieldsOf(
  episode: WrittenEpisode,
  write: (text: string) => string = escaped,
): [string, string][] {
  return [
    ['Podcast', write(episode.podcastTitle)],
    ['Published', write(dayOf(episode.publishedAt))],
    ['Duration seconds', String(episode.durationSeconds)],
    ['Processing state', episode.processingState],
    ['Canonical source', write === escaped ? `<${episode.canonicalUrl}>` : write(episode.canonicalUrl)],
  ]
}

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const dayOf = (instant: string) => dayFormat.format(new Date(instant))

type WrittenChapter = WrittenEpisode['chapters'][number]

function boldChapter({ startSeconds, title, description }: WrittenChapter): string {
  return `- ${clockText(startSeconds)} **${escaped(title)}**${description === '' ? '' : `: ${escaped(description)}`}`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`
}

function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n')
}

function tableSection(title: string, names: readonly string[], rows: readonly (readonly string[])[]): string {
  return section(title, rows.length === 0 ? [] : [table(names, rows)])
}

const time = ({ startSeconds }: WrittenChapter) => clockText(startSeconds)

export const markdownLayouts: Record<string, (episode: WrittenEpisode) => string> = {
  'items with labels': (episode) => markdownPage(episode, {}),
  'items with labels, the sections the other way round': (episode) =>
    markdownPage(episode, {}, ['title', 'fields', 'chapters', 'highlights', 'topics', 'summary', 'actions']),
  'items of label and value in turn': (episode) =>
    markdownPage(episode, {
      fields: fieldsOf(episode)
        .map(([name, value]) => `- ${name}\n- ${value}`)
        .join('\n'),
    }),
  'a definition list': (episode) =>
    markdownPage(episode, {
      fields: fieldsOf(episode)
        .map(([name, value]) => `${name}\n: ${value}`)
        .join('\n\n'),
      highlights: section('Highlights', [
        episode.highlights.map(({ kind, text }) => `${kind}\n: ${escaped(text)}`).join('\n\n'),
      ]),
      chapters: section('Chapters', [
        episode.chapters
          .map(
            (chapter) =>
              `${time(chapter)}\n: **${escaped(chapter.title)}**\n: ${escaped(chapter.description)}`,
          )
          .map((text) => text.replace(/\n: $/, ''))
          .join('\n\n'),
      ]),
    }),
  tables: (episode) =>
    markdownPage(episode, {
      fields: table(['Field', 'Value'], fieldsOf(episode)),
      topics: tableSection(
        'Topics',
        ['#', 'Topic'],
        episode.topics.map((topic, index) => [String(index + 1), topic]),
      ),
      highlights: tableSection(
        'Highlights',
        ['Kind', 'Text'],
        episode.highlights.map(({ kind, text }) => [kind, escaped(text)]),
      ),
      chapters: tableSection(
        'Chapters',
        ['#', 'Title', 'Start', 'Description'],
        episode.chapters.map((chapter, index) => [
          String(index + 1),
          escaped(chapter.title),
          time(chapter),
          escaped(chapter.description),
        ]),
      ),
      actions: tableSection(
        'Actions',
        ['Method', 'Address', 'What it does'],
        episode.actions.map(({ method, url, description }) => [method, url, description]),
      ),
    }),
  'one table with the labels on top': (episode) => {
    const fields = fieldsOf(episode)
    const names = fields.map(([name]) => name)
    return markdownPage(episode, { fields: table(names, [fields.map(([, value]) => value)]) })
  },
  'headings for all': (episode) =>
    markdownPage(episode, {
      fields: fieldsOf(episode)
        .map(([name, value]) => `## ${name}\n\n${value}`)
        .join('\n\n'),
      highlights: section('Highlights', [
        episode.highlights.map(({ kind, text }) => `### ${kind}\n\n${escaped(text)}`).join('\n\n'),
      ]),
      chapters: section('Chapters', [
        episode.chapters
          .map(
            (chapter) => `### ${time(chapter)} ${escaped(chapter.title)}\n\n${escaped(chapter.description)}`,
          )
          .join('\n\n'),
      ]),
    }),
  'items in items': (episode) =>
    markdownPage(episode, {
      fields: fieldsOf(episode)
        .map(([name, value]) => `- ${name}\n  - ${value}`)
        .join('\n'),
      chapters: section(
        'Chapters',
        episode.chapters.map((chapter) => {
          const description =
            chapter.description === '' ? '' : `\n   - Description: ${escaped(chapter.description)}`
          return `1. **${escaped(chapter.title)}**\n   - Start: ${time(chapter)}${description}`
        }),
      ),
    }),
  'front matter': (episode) => frontMatterPage(episode),
}

/** YAML with every text in quotes, and sections as lists. */
function frontMatterPage(episode: WrittenEpisode): string {
  const quoted = JSON.stringify
  const fields = fieldsOf(episode, (text) => text).map(
    ([name, value]) => `${name.toLowerCase().replaceAll(' ', '_')}: ${quoted(value)}`,
  )
  const lists = [
    `topics: [${episode.topics.map((topic) => quoted(topic)).join(', ')}]`,
    'highlights:',
    ...episode.highlights.map(({ kind, text }) => `  - kind: ${kind}\n    text: ${quoted(text)}`),
    'chapters:',
    ...episode.chapters.map(
      ({ startSeconds, title, description }) =>
        `  - start_seconds: ${startSeconds}\n    title: ${quoted(title)}\n    description: ${quoted(description)}`,
    ),
    'actions:',
    ...episode.actions.map(
      ({ method, url, description }) =>
        `- method: ${method}\n  url: ${url}\n  description: ${quoted(description)}`,
    ),
  ]
  const front = ['---', `title: ${quoted(episode.title)}`, ...fields, ...lists, '---', ''].join('\n')
  return `${front}\n# ${escaped(episode.title)}\n\n## Summary\n\n${escaped(episode.summary)}\n`
}
