import { Download } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { useDownloadOf } from '../downloads/store.ts'
import { Button } from '../elements/button.tsx'
import { usePlayer } from '../player/store.ts'
import styles from './timing-note.module.css'

type TimingNoteProps = { episodeId: EpisodeId; onDownload: () => void }

/** That a jump to a chapter may land beside it, while the episode is played from what does not tell its times. */
export function TimingNote({ episodeId, onDownload }: TimingNoteProps) {
  const isEstimated = usePlayer(({ episode, timing }) => episode?.id === episodeId && timing === 'estimated')
  const isStream = usePlayer((state) => state.isStream)
  const download = useDownloadOf(episodeId)
  if (!isEstimated) return null
  if (!isStream) {
    return (
      <p className={styles.note}>
        This file does not tell where its moments are, so a jump can land beside its chapter.
      </p>
    )
  }
  switch (download?.state) {
    case 'complete':
      return <p className={styles.note}>The next jump plays the download, and lands exactly.</p>
    case undefined:
      return (
        <div className={styles.note}>
          <p>
            As a stream, this recording does not tell where its moments are: a jump can land beside its
            chapter, even by minutes. Downloaded, it lands exactly.
          </p>
          <Button icon={<Download size={14} />} onClick={onDownload}>
            Download it
          </Button>
        </div>
      )
    default:
      return <p className={styles.note}>Jumps can land beside their chapter until the download is there.</p>
  }
}
