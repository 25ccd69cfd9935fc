import { CheckCheck, RotateCcw } from 'lucide-react'
import { isFinished } from '../../shared/heard/share.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useKeptHeard } from '../db/use-heard.ts'
import { useListening } from '../db/use-listening.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { markStretch } from '../player/heard-acts.ts'

/** Marks all of an episode, when its length is known. */
export function HeardButton({ row }: { row: EpisodeRow }) {
  const heard = useKeptHeard(row.id)
  const durationSeconds = useListening(row.id)?.durationSeconds ?? row.durationSeconds
  if (durationSeconds === null || durationSeconds <= 0) return null
  const isHeard = isFinished(heard, durationSeconds)
  return (
    <IconButton
      label={isHeard ? 'Mark as not heard' : 'Mark as heard'}
      icon={isHeard ? <RotateCcw size={15} /> : <CheckCheck size={15} />}
      onClick={() => void markStretch(row.id, [0, durationSeconds], isHeard ? 'unheard' : 'heard', row.title)}
    />
  )
}
