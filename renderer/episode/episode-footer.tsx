import { useMemo, useState } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { audioOf } from '../db/audio.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { AudioForm } from './audio-form.tsx'
import { audioWords } from './audio-words.ts'
import { ChangeLog } from './change-log.tsx'
import { changeSteps } from './change-words.ts'
import styles from './episode-footer.module.css'
import { lookForAudioAgain } from './give-audio.ts'

type EpisodeFooterProps = { row: EpisodeRow; details: EpisodeDetailsRow | null }

/** What is good to know and seldom needed: what the service changed, where the audio comes from, what could not be read. */
export function EpisodeFooter({ row, details }: EpisodeFooterProps) {
  const steps = useMemo(() => (details === null ? [] : changeSteps(row, details)), [row, details])
  const warnings = details?.warnings ?? []
  return (
    <footer className={styles.footer}>
      <ChangeLog steps={steps} />
      <AudioOrigin episodeId={row.id} />
      {warnings.length === 0 ? null : (
        <details className={styles.details}>
          <summary>
            {warnings.length === 1
              ? '1 thing could not be read'
              : `${warnings.length} things could not be read`}
          </summary>
          <ul className={styles.warnings}>
            {[...new Set(warnings.map(({ where, reason }) => `${where}: ${reason}`))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  )
}

function AudioOrigin({ episodeId }: { episodeId: EpisodeId }) {
  const audio = useLive(async () => (await audioOf(episodeId)) ?? null, [episodeId])
  const [isOpen, setIsOpen] = useState(false)
  if (audio === undefined) return null
  return (
    <details className={styles.details} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Audio: {audio === null ? 'looked for when you play it.' : audioWords(audio)}</summary>
      {isOpen ? (
        <div className={styles.change}>
          <AudioForm episodeId={episodeId} />
          {audio === null || audio.origin === 'guide' ? null : (
            <div>
              <Button tone="quiet" onClick={() => void lookForAudioAgain(episodeId)}>
                Look for it again
              </Button>
            </div>
          )}
        </div>
      ) : null}
    </details>
  )
}
