import { useDeferredValue, useMemo } from 'react'
import { episodeView } from '../../shared/formats/template/episode-view.ts'
import { rendered } from '../../shared/formats/template/render.ts'
import { notedEpisodes } from '../archive/tasks/readable-episodes.ts'
import { lastNotedEpisode } from '../db/noted-episodes.ts'
import { useLive } from '../db/use-live.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { useExports } from './store.ts'
import styles from './template-editor.module.css'

/** More is not read as a preview. */
const mostCharacters = 20_000

/** What comes of a template for the episode that is exported, the one that is open, or the last one with a note. */
export function TemplatePreview({ name, body }: { name: string | null; body: string | null }) {
  const scoped = useExports(({ scope }) => (scope.kind === 'episode' ? scope.episodeId : null))
  const shown = useShownEpisode(({ episodeId }) => episodeId)
  const noted = useLive(async () => {
    const id = scoped ?? (await lastNotedEpisode()) ?? shown
    return id === null ? null : ((await notedEpisodes([id]))[0] ?? null)
  }, [scoped, shown])
  const [wantedName, wantedBody] = [useDeferredValue(name), useDeferredValue(body)]
  const view = useMemo(() => (noted == null ? null : episodeView(noted)), [noted])
  const text = useMemo(
    () => (view === null || wantedBody === null ? null : rendered(wantedBody, view)),
    [view, wantedBody],
  )
  if (view === null || text === null || wantedName === null) return null
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.file} dir="auto">
        {rendered(wantedName.replace(/\{\{\{?&?\s*(\w+)\s*\}?\}\}/g, '{{{$1}}}'), view)}.md
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so has to be reached by keys. */}
      <pre className={styles.text} tabIndex={0} dir="auto" data-selectable="">
        {text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text}
      </pre>
    </section>
  )
}
