import { create } from 'zustand'
import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'

export type Skim = {
  /** Whose chapters are skimmed; `null` while nothing is. */
  episodeId: EpisodeId | null
  /** On the resource's clock, in the order in which they were ticked. */
  ticked: readonly ChapterRef[]
}

export const useSkim = create<Skim>(() => ({ episodeId: null, ticked: [] }))

let tickedOf: EpisodeId | null = null

/** What was ticked before in that episode is ticked again. */
export function toggleSkim(episodeId: EpisodeId): void {
  const { episodeId: now, ticked } = useSkim.getState()
  if (now === episodeId) useSkim.setState({ episodeId: null })
  else useSkim.setState({ episodeId, ticked: tickedOf === episodeId ? ticked : [] })
  tickedOf = episodeId
}

export function tick(ticked: readonly ChapterRef[]): void {
  useSkim.setState({ ticked })
}
