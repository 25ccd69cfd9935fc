import { clockText } from '../../../../../shared/time/clock.ts'
import { fieldsOf } from './markdown-layouts.ts'
import type { WrittenEpisode } from './written-episode.ts'

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

type Writer = {
  fields: (fields: [string, string][]) => string
  topics: (topics: string[]) => string
  highlights: (highlights: WrittenEpisode['highlights']) => string
  chapters: (chapters: { time: string; title: string; description: string }[]) => string
}

function page(episode: WrittenEpisode, writer: Writer): string {
  const chapters = episode.chapters.map(({ startSeconds, title, description }) => ({
    time: clockText(startSeconds),
    title: escaped(title),
    description: escaped(description),
  }))
  const highlights = episode.highlights.map(({ kind, text }) => ({ kind, text: escaped(text) }))
  const section = (title: string, items: readonly unknown[], markup: string) =>
    items.length === 0 ? '' : `<section><h2>${title}</h2>\n${markup}</section>\n`
  const actions = episode.actions.map(
    ({ method, url, description }) =>
      `<div><pre><code>${method} ${url}</code></pre><p>${description}</p></div>`,
  )
  return `<!doctype html>
<html><head><title>${escaped(episode.title)}</title></head><body>
<header><h1>The service</h1><nav><ul><li>Home</li></ul></nav></header>
<main><p>Episode</p><h1>${escaped(episode.title)}</h1>
${writer.fields(fieldsOf(episode, escaped))}
${section('Actions', actions, actions.join('\n'))}
${section('Summary', ['one'], `<p>${escaped(episode.summary)}</p>`)}
${section('Topics', episode.topics, writer.topics(episode.topics))}
${section('Highlights', highlights, writer.highlights(highlights))}
${section('Chapters', chapters, writer.chapters(chapters))}
</main><footer>Chapters</footer></body></html>`
}

const each = <Item>(items: readonly Item[], write: (item: Item) => string) => items.map(write).join('\n')
const described = (description: string) => (description === '' ? '' : `<p>${description}</p>`)

const writers: Record<string, Writer> = {
  lists: {
    fields: (fields) => `<dl>${each(fields, ([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)}</dl>`,
    topics: (topics) => `<ul>${each(topics, (topic) => `<li><a href="/t">${topic}</a></li>`)}</ul>`,
    highlights: (all) =>
      `<ul>${each(all, ({ kind, text }) => `<li><strong>${kind}:</strong> ${text}</li>`)}</ul>`,
    chapters: (all) =>
      `<ol>${each(all, ({ time, title, description }) => `<li><time>${time}</time> <strong>${title}</strong>${description === '' ? '' : `: ${description}`}</li>`)}</ol>`,
  },
  tables: {
    fields: (fields) =>
      `<table>${each(fields, ([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`)}</table>`,
    topics: (topics) =>
      `<table><tr><th>Topic</th></tr>${each(topics, (topic) => `<tr><td>${topic}</td></tr>`)}</table>`,
    highlights: (all) =>
      `<table><tr><th>Kind</th><th>Highlight</th></tr>${each(all, ({ kind, text }) => `<tr><td>${kind}</td><td>${text}</td></tr>`)}</table>`,
    chapters: (all) =>
      `<table><thead><tr><th>Time</th><th>Chapter</th><th>About</th></tr></thead><tbody>${each(all, ({ time, title, description }) => `<tr><td>${time}</td><td>${title}</td><td>${description}</td></tr>`)}</tbody></table>`,
  },
  'boxes that nothing but their order tells apart': {
    fields: (fields) =>
      each(fields, ([name, value]) => `<div><span>${name}</span><span>${value}</span></div>`),
    topics: (topics) => `<div>${topics.map((topic) => `<span>${topic}</span>`).join('')}</div>`,
    highlights: (all) => each(all, ({ kind, text }) => `<div><span>${kind}</span><span>${text}</span></div>`),
    chapters: (all) =>
      each(
        all,
        ({ time, title, description }) =>
          `<div><button>${time}</button><h3>${title}</h3>${described(description)}</div>`,
      ),
  },
}

export const htmlLayouts: Record<string, (episode: WrittenEpisode) => string> = Object.fromEntries(
  Object.entries(writers).map(([name, writer]) => [`HTML: ${name}`, (episode) => page(episode, writer)]),
)
