import { useMemo } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { detailsOf, episodeRowsOf } from '../db/episodes.ts'
import { useAnnotations } from '../db/use-annotations.ts'
import { useLive } from '../db/use-live.ts'
import { Segmented } from '../elements/segmented.tsx'
import { View } from '../elements/view.tsx'
import styles from './export-view.module.css'
import { counted } from './export-words.ts'
import { FileTargets } from './file-targets.tsx'
import { FolderTarget } from './folder-target.tsx'
import { PodcastTarget } from './podcast-target.tsx'
import { ReadwiseTarget } from './readwise-target.tsx'
import { type AskedScope, useExports } from './store.ts'

/** Where notes go out: what each way would write, where to, and how it went. */
export function ExportView() {
  const scope = useExports((state) => state.scope)
  const count = useScopeCount(scope)
  const total = count === undefined ? null : counted(count.notes, 'note', 'notes')
  return (
    <View title="Export" label="Export" total={total} tools={<Scope scope={scope} />}>
      {count === undefined ? null : (
        <>
          <FolderTarget count={count} />
          <ReadwiseTarget count={count} />
          <FileTargets count={count} scope={scope} />
          <PodcastTarget />
        </>
      )}
    </View>
  )
}

export type ScopeCount = { notes: number; episodes: number; chapters: number }

/** `undefined` until it is known. */
function useScopeCount(scope: AskedScope): ScopeCount | undefined {
  const all = useAnnotations()
  const episodeId = scope.kind === 'episode' ? scope.episodeId : null
  const details = useLive(async () => (episodeId === null ? null : detailsOf([episodeId])), [episodeId])
  return useMemo(() => {
    if (all === undefined || details === undefined) return undefined
    const notes = all.filter(wantedBy(scope))
    const chapters = episodeId === null ? 0 : (details?.get(episodeId)?.chapters.length ?? 0)
    return { notes: notes.length, episodes: new Set(notes.map((note) => note.episodeId)).size, chapters }
  }, [all, details, scope, episodeId])
}

function wantedBy(scope: AskedScope): (note: Annotation) => boolean {
  switch (scope.kind) {
    case 'all':
      return () => true
    case 'episode':
      return ({ episodeId }) => episodeId === scope.episodeId
    case 'notes': {
      const wanted = new Set(scope.noteIds)
      return ({ id }) => wanted.has(id)
    }
  }
}

/** Some notes, as the person came here with them, or all after all. */
function Scope({ scope }: { scope: AskedScope }) {
  const episodeId = scope.kind === 'episode' ? scope.episodeId : null
  const title = useLive(
    async () => (episodeId === null ? null : ((await episodeRowsOf([episodeId]))[0]?.title ?? episodeId)),
    [episodeId],
  )
  if (scope.kind === 'all') return null
  const some = scope.kind === 'episode' ? 'This episode' : 'Chosen notes'
  return (
    <div className={styles.scope}>
      <Segmented
        label="What to export"
        options={[
          { value: 'some', label: some },
          { value: 'all', label: 'All notes' },
        ]}
        value="some"
        onChange={(value) => value === 'all' && useExports.setState({ scope: { kind: 'all' } })}
      />
      {title == null ? null : (
        <span className={styles.title} dir="auto" title={title}>
          {title}
        </span>
      )}
    </div>
  )
}
