import { ListChecks } from 'lucide-react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { Button } from '../elements/button.tsx'
import { toggleSkim, useSkim } from './skim-store.ts'

export function SkimButton({ episodeId }: { episodeId: EpisodeId }) {
  const isSkimmed = useSkim((skim) => skim.episodeId === episodeId)
  return (
    <Button
      tone="quiet"
      icon={<ListChecks size={14} aria-hidden="true" />}
      title="Read what the chapters are about, and play those that you tick (S)"
      aria-pressed={isSkimmed}
      onClick={() => toggleSkim(episodeId)}
    >
      Skim chapters
    </Button>
  )
}
