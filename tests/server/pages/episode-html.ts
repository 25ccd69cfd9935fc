import type { StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import { episodePath } from './addresses.ts'
import { shownParts } from './shown-parts.ts'
import { clockTime, escaped, pageDate } from './wording.ts'

/** K1. Its visible text has the order and the words of the one page that was seen. */
export function episodeHtml(episode: StandInEpisode, podcast: StandInPodcast, origin: string): string {
  const parts = shownParts(episode, origin)
  const source = parts.canonicalUrl
  const fields = [
    field('Podcast', escaped(podcast.title)),
    field('Published', pageDate(episode.publishedAt)),
    field('Duration seconds', String(episode.durationSeconds)),
    field('Processing state', `<span class="state">${escaped(episode.processingState)}</span>`),
    ...(source === null
      ? []
      : [field('Canonical source', `<a href="${escaped(source)}">${escaped(source)}</a>`)]),
  ]
  const actions = parts.actions.map(
    ({ method, url, description }) =>
      `<div class="action"><pre><code>${method} ${escaped(url)}</code></pre><p>${escaped(description)}</p></div>`,
  )
  const chapters = parts.chapters.map(
    ({ startSeconds, title, description }) =>
      `<li><span class="time">${clockTime(startSeconds)}</span><span><strong>${escaped(title)}</strong>: ${escaped(description)}</span></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(episode.title)} | ${escaped(podcast.title)}</title>
<link rel="alternate" type="text/markdown" href="${episodePath(episode)}.md">
</head>
<body>
<header><a href="/">Stand-in</a></header>
<main>
<p class="eyebrow">Episode</p>
<h1>${escaped(episode.title)}</h1>
<dl>
${fields.join('\n')}
</dl>
${section('Actions', actions.join('\n'))}
${parts.summary === null ? '' : section('Summary', `<p>${escaped(parts.summary)}</p>`)}
${listSection('Topics', 'ul', parts.topics.map(item))}
${listSection(
  'Highlights',
  'ul',
  parts.highlights.map(({ kind, text }) => item(`${kind}: ${text}`)),
)}
${listSection('Chapters', 'ol', chapters)}
</main>
<footer><p>Transcripts and summaries are made by machines.</p></footer>
</body>
</html>
`
}

const field = (name: string, markup: string) => `<div><dt>${name}</dt><dd>${markup}</dd></div>`
const item = (text: string) => `<li>${escaped(text)}</li>`
const section = (title: string, markup: string) => `<section><h2>${title}</h2>\n${markup}\n</section>`

function listSection(title: string, list: 'ul' | 'ol', items: readonly string[]): string {
  return items.length === 0 ? '' : section(title, `<${list}>\n${items.join('\n')}\n</${list}>`)
}
