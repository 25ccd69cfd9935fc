import type { Annotation } from '../models/annotation.ts'
import type { Highlight } from '../models/episode.ts'
import { hasTag } from '../models/tags.ts'
import { folded } from '../text/fold.ts'

/** Whether a note is about a topic by itself: it has it as a tag, or stands in a chapter whose title says it. */
export function isAboutTopic({ tags, context, anchor }: Annotation, topic: string): boolean {
  if (hasTag(tags, topic)) return true
  const chapter = anchor.kind === 'chapter' ? anchor.title : context.chapterTitle
  const words = wordsOf(topic)
  if (chapter === null || words.length === 0) return false
  const said = new Set(wordsOf(chapter))
  return words.every((word) => said.has(word))
}

/** "CI/CD" has two, "C++" is one. */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '')
}

/** What the person marked as something still to be found out. */
export function isOpenQuestion({ colour }: Annotation): boolean {
  return colour === 'question'
}

export function isOnHighlight({ anchor }: Annotation, { kind, text }: Highlight): boolean {
  return anchor.kind === 'highlight' && anchor.highlightKind === kind && anchor.quote === text
}
