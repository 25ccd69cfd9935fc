import { episodeProperties } from './episode-properties.ts'
import { frontMatter } from './front-matter.ts'
import type { NotedEpisode } from './noted-episode.ts'
import { defaultTemplate } from './template/default-templates.ts'
import { episodeView } from './template/episode-view.ts'
import { rendered } from './template/render.ts'

/** An episode with what a person wrote about it, as Obsidian and every other reader of Markdown understands it. */
export function episodeMarkdown(noted: NotedEpisode): string {
  return `${frontMatter(episodeProperties(noted))}\n${rendered(defaultTemplate, episodeView(noted))}\n`
}
