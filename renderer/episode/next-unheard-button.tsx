import { StepForward } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { Button } from '../elements/button.tsx'
import { playNextUnheard } from '../player/heard-acts.ts'

type NextUnheardButtonProps = { episodeId: EpisodeId; durationSeconds: number | null }

/** Plays from where the next stretch begins that was not heard. */
export function NextUnheardButton({ episodeId, durationSeconds }: NextUnheardButtonProps) {
  if (durationSeconds === null || durationSeconds <= 0) return null
  return (
    <Button
      tone="quiet"
      icon={<StepForward size={14} aria-hidden="true" />}
      title="Play from the next part that you have not heard"
      onClick={() => void playNextUnheard(episodeId, durationSeconds)}
    >
      Next unheard
    </Button>
  )
}
