import { create } from 'zustand'
import type { ChapterQuery } from '../chapter-search/chapter-query.ts'
import type { NamedList } from '../smart-lists/list-name-dialog.tsx'

export type OpenDialog =
  | { kind: 'add-podcast' }
  | { kind: 'podcast-details'; podcastSlug: string }
  | { kind: 'remove-podcast'; podcastSlug: string }
  | { kind: 'find-chapters'; query: ChapterQuery }
  | { kind: 'choose-topic' }
  | { kind: 'topic-names'; topic: string }
  | { kind: 'likely-topics' }
  | { kind: 'list-name'; list: NamedList }
  | { kind: 'keys' }
  | { kind: 'palette' }
  | { kind: 'snapshots' }
  | { kind: 'import-archive' }
  | { kind: 'import-notes' }
  | { kind: 'import-podcasts' }

/** The one dialog of the page's that is open. */
export const useOpenDialog = create<{ dialog: OpenDialog | null }>(() => ({ dialog: null }))

export function openDialog(dialog: OpenDialog): void {
  useOpenDialog.setState({ dialog })
}

export function closeDialog(): void {
  useOpenDialog.setState({ dialog: null })
}
