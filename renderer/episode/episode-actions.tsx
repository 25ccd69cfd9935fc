import { ListPlus, ListX, Pause, Play } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { guideSlug } from '../../shared/models/podcast.ts'
import { listeningOf } from '../db/listening.ts'
import { addToQueue, queueRows, removeFromQueue } from '../db/queue.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { removeDownload, takeUp } from '../downloads/actions.ts'
import { downloadAct, downloadActNames } from '../downloads/download-act.ts'
import { DownloadActIcon } from '../downloads/download-act-icon.tsx'
import { useDownloadOf } from '../downloads/store.ts'
import { Button } from '../elements/button.tsx'
import { pause, playEpisode } from '../player/actions.ts'
import { usePlayer } from '../player/store.ts'
import { useIsWaiting } from '../player/use-is-waiting.ts'
import { announce } from '../shell/announce.ts'
import styles from './episode-actions.module.css'
import { playLabel, resumeSeconds } from './episode-words.ts'
import { HeardButton } from './heard-button.tsx'
import { RequestButton } from './request-button.tsx'
import { tellNotWritten } from './tell-not-written.ts'

type EpisodeActionsProps = {
  row: EpisodeRow
  /** Whether its audio is being looked for, to be downloaded. */
  isFindingAudio: boolean
  onDownload: () => void
}

export function EpisodeActions({ row, isFindingAudio, onDownload }: EpisodeActionsProps) {
  return (
    <div className={styles.actions}>
      <PlayButton episodeId={row.id} />
      <DownloadButton episodeId={row.id} busy={isFindingAudio} onDownload={onDownload} />
      <QueueButton row={row} />
      {row.podcastSlug === guideSlug ? null : <RequestButton row={row} />}
      <HeardButton row={row} />
    </div>
  )
}

function PlayButton({ episodeId }: { episodeId: EpisodeId }) {
  const listening = useLive(async () => (await listeningOf(episodeId)) ?? null, [episodeId])
  const isPlaying = usePlayer(({ episode, wantsToPlay }) => wantsToPlay && episode?.id === episodeId)
  const isWaiting = useIsWaiting()
  const label = playLabel(isPlaying ? 'playing' : 'still', resumeSeconds(listening ?? null))
  return (
    <Button
      tone="primary"
      className={styles.play}
      aria-label={label.name}
      busy={isPlaying && isWaiting}
      icon={isPlaying ? <Pause size={15} /> : <Play size={15} />}
      onClick={() => (isPlaying ? pause() : void playEpisode(episodeId))}
    >
      {label.seen}
    </Button>
  )
}

type DownloadButtonProps = { episodeId: EpisodeId; busy: boolean; onDownload: () => void }

/** One button, which does what comes next. That it can be cancelled stands beside its progress. */
function DownloadButton({ episodeId, busy, onDownload }: DownloadButtonProps) {
  const download = useDownloadOf(episodeId)
  const act = downloadAct(download)

  function press(): void {
    if (busy) return
    if (download === null || download.state === 'failed') onDownload()
    else if (act === 'remove') void removeDownload(download)
    else void takeUp(download)
  }

  return (
    <Button
      busy={busy}
      className={styles.download}
      icon={<DownloadActIcon act={act} size={15} />}
      onClick={press}
    >
      {downloadActNames[act]}
    </Button>
  )
}

function QueueButton({ row }: { row: EpisodeRow }) {
  const queue = useLive(queueRows, [])
  const queued = queue?.find(({ episodeId }) => episodeId === row.id)
  // One of which some chapters wait is not there whole yet.
  const isQueued = queued !== undefined && queued.chapters === undefined

  async function toggle(): Promise<void> {
    if (isQueued) await removeFromQueue(row.id)
    else await addToQueue(row.id)
    announce(isQueued ? 'Removed from Up next' : 'Added to Up next')
  }

  return (
    <Button
      aria-pressed={isQueued}
      className={styles.toggle}
      icon={isQueued ? <ListX size={15} /> : <ListPlus size={15} />}
      title={
        isQueued
          ? 'Remove from Up next'
          : queued === undefined
            ? 'Add to Up next'
            : 'Play all of it, not only some chapters'
      }
      onClick={() => void toggle().catch(tellNotWritten)}
    >
      Up next
    </Button>
  )
}
