import { Check, RotateCw, Send } from 'lucide-react'
import { processedState } from '../../shared/models/episode.ts'
import type { RequestState } from '../../shared/models/transcription-request.ts'
import { requestOf, requestTranscript } from '../db/requests.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { announce } from '../shell/announce.ts'
import { tellNotWritten } from './tell-not-written.ts'

/**
 * Asks for a transcript. It keeps its name and its place however the request stands, and pressed again while one is
 * under way it changes nothing, so that a second press does no harm.
 */
export function RequestButton({ row }: { row: EpisodeRow }) {
  const request = useLive(() => requestOf(row.id), [row.id])
  const asked = request !== undefined && isUnderWay(request.state)
  // Nothing is missing from a processed episode, so there asking is not what the page is for.
  const tone = asked || row.processingState === processedState ? 'quiet' : 'plain'

  async function ask(): Promise<void> {
    await requestTranscript(row)
    announce(asked ? 'The transcript was requested already' : 'Transcript requested')
  }

  return (
    <Button
      tone={tone}
      icon={iconOf(request?.state)}
      title={asked ? 'Requested already' : undefined}
      onClick={() => void ask().catch(tellNotWritten)}
    >
      Request transcript
    </Button>
  )
}

function iconOf(state: RequestState | undefined) {
  if (state === 'failed') return <RotateCw size={15} />
  return state !== undefined && isUnderWay(state) ? <Check size={15} /> : <Send size={15} />
}

function isUnderWay(state: RequestState): boolean {
  switch (state) {
    case 'waiting':
    case 'sending':
    case 'accepted':
    case 'processing':
      return true
    case 'ready':
    case 'failed':
    case 'cancelled':
      return false
  }
}
