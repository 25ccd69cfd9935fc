import { VolumeX } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Problem } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { AudioForm } from './audio-form.tsx'
import styles from './audio-trouble.module.css'
import { anotherAudioHelps } from './audio-words.ts'

type AudioTroubleProps = {
  episodeId: EpisodeId
  problem: Problem | null
  onTryAgain: () => void
  /** The person gave audio that can be played. */
  onSolved: () => void
}

/** Why the episode does not play, and what can be done about it. */
export function AudioTrouble({ episodeId, problem, onTryAgain, onSolved }: AudioTroubleProps) {
  if (problem === null) return null
  const helps = anotherAudioHelps(problem.code)
  return (
    <section aria-label="Audio problem" className={styles.trouble}>
      <p className={styles.sentence}>
        <VolumeX size={16} aria-hidden="true" />
        {problem.message}
      </p>
      {helps ? (
        <AudioForm episodeId={episodeId} onTaken={onSolved} />
      ) : (
        <div>
          <Button onClick={onTryAgain}>Try again</Button>
        </div>
      )}
    </section>
  )
}
