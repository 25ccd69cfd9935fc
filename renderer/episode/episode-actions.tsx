import { Download, ListPlus, ListX, Pause, Play, RotateCw, Send, Trash2, X } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { listeningOf } from '../db/listening.ts'
import { addToQueue, queueRows, removeFromQueue } from '../db/queue.ts'
import { requestTranscript } from '../db/requests.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { removeDownload } from '../downloads/actions.ts'
import { useDownloadOf } from '../downloads/store.ts'
import { Button } from '../elements/button.tsx'
import { pause, playEpisode } from '../player/actions.ts'
import { usePlayer } from '../player/store.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import styles from './episode-actions.module.css'
import { playLabel, resumeSeconds } from './episode-words.ts'

type EpisodeActionsProps = {
  row: EpisodeRow
  onDownload: () => void
}

export function EpisodeActions({ row, onDownload }: EpisodeActionsProps) {
  return (
    <div className={styles.actions}>
      <PlayButton episodeId={row.id} />
      <DownloadButton episodeId={row.id} onDownload={onDownload} />
      <QueueButton row={row} />
      <RequestButton row={row} />
    </div>
  )
}

function PlayButton({ episodeId }: { episodeId: EpisodeId }) {
  const listening = useLive(async () => (await listeningOf(episodeId)) ?? null, [episodeId])
  const isPlaying = usePlayer(({ episode, wantsToPlay }) => wantsToPlay && episode?.id === episodeId)
  const isLoading = usePlayer(({ episode, status }) => status === 'loading' && episode?.id === episodeId)
  const label = playLabel(isPlaying ? 'playing' : 'still', resumeSeconds(listening ?? null))
  return (
    <Button
      tone="primary"
      className={styles.play}
      aria-label={label.name}
      busy={isPlaying && isLoading}
      icon={isPlaying ? <Pause size={15} /> : <Play size={15} />}
      onClick={() => (isPlaying ? pause() : void playEpisode(episodeId))}
    >
      {label.seen}
    </Button>
  )
}

type DownloadButtonProps = { episodeId: EpisodeId; onDownload: () => void }

function DownloadButton({ episodeId, onDownload }: DownloadButtonProps) {
  const download = useDownloadOf(episodeId)
  switch (download?.state) {
    case undefined:
      return (
        <Button icon={<Download size={15} />} onClick={onDownload}>
          Download
        </Button>
      )
    case 'failed':
      return (
        <Button icon={<RotateCw size={15} />} onClick={onDownload}>
          Download again
        </Button>
      )
    case 'queued':
    case 'running':
      return (
        <Button icon={<X size={15} />} onClick={() => void removeDownload(episodeId)}>
          Cancel download
        </Button>
      )
    case 'complete':
      return (
        <Button icon={<Trash2 size={15} />} onClick={() => void removeDownload(episodeId)}>
          Remove download
        </Button>
      )
  }
}

function QueueButton({ row }: { row: EpisodeRow }) {
  const queue = useLive(queueRows, [])
  const isQueued = queue?.some((queued) => queued.episodeId === row.id) ?? false

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
      title={isQueued ? 'Remove from Up next' : 'Add to Up next'}
      onClick={() => void toggle().catch(tellNotWritten)}
    >
      Up next
    </Button>
  )
}

function RequestButton({ row }: { row: EpisodeRow }) {
  async function ask(): Promise<void> {
    const request = await requestTranscript(row)
    announce(request.state === 'accepted' ? 'The transcript was requested already' : 'Transcript requested')
  }
  // Nothing is missing from a processed episode, so there asking is not what the page is for.
  const tone = row.processingState === 'processed' ? 'quiet' : 'plain'
  return (
    <Button tone={tone} icon={<Send size={15} />} onClick={() => void ask().catch(tellNotWritten)}>
      Request transcript
    </Button>
  )
}

function tellNotWritten(): void {
  notify({ text: 'That could not be written to disk. Make room there and try again.', tone: 'failure' })
}
