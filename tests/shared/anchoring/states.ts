import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import type { Made } from '../../../shared/anchoring/guess.ts'
import { noteContext } from '../../../shared/anchoring/note-context.ts'
import type { Anchor } from '../../../shared/models/anchor.ts'
import type { Chapter, Highlight } from '../../../shared/models/episode.ts'

export function chapter(startSeconds: number, title: string): Chapter {
  return { startSeconds, title, description: '' }
}

export function idea(text: string, startSeconds?: number): Highlight {
  const highlight: Highlight = { kind: 'main-idea', text }
  return startSeconds === undefined ? highlight : { ...highlight, startSeconds }
}

export function state(parts: Partial<EpisodeState> = {}): EpisodeState {
  return {
    title: 'Risks and Benefits',
    podcastTitle: 'Day Two DevOps',
    chapters: [
      chapter(0, 'Welcome'),
      chapter(300, 'The AWS AI outage'),
      chapter(900, 'Who owns the agents'),
      chapter(1500, 'What to do on Monday'),
    ],
    highlights: [],
    durationSeconds: 2400,
    ...parts,
  }
}

export function made(on: EpisodeState, anchor: Anchor): Made {
  return { anchor, context: noteContext(on, anchor.startSeconds ?? null) }
}

export function moment(on: EpisodeState, startSeconds: number): Made {
  return made(on, { kind: 'moment', startSeconds })
}

export function onHighlight(on: EpisodeState, { kind, text, startSeconds }: Highlight): Made {
  const anchor = { kind: 'highlight' as const, highlightKind: kind, quote: text }
  return made(on, startSeconds === undefined ? anchor : { ...anchor, startSeconds })
}

/** All of it later by so many seconds. */
export function shifted(on: EpisodeState, seconds: number): EpisodeState {
  return {
    ...on,
    chapters: on.chapters.map((each) => chapter(each.startSeconds + seconds, each.title)),
    durationSeconds: on.durationSeconds === null ? null : on.durationSeconds + seconds,
  }
}
