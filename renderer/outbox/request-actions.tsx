import { BookOpen, RefreshCw, RotateCw, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { lookAgain } from '../db/requests.ts'
import { Button } from '../elements/button.tsx'
import { focusNeighbour } from '../elements/focus-neighbour.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { openEpisode } from '../shell/open.ts'
import { askAgain, cancel, remove } from './request-acts.ts'

/**
 * What a person can do about a request as it stands. What stands last takes the place of what was pressed before it, so
 * that is never what takes the request off the list.
 */
export function RequestActions({ request }: { request: TranscriptionRequest }) {
  switch (request.state) {
    case 'waiting':
      return (
        <Action
          icon={<X size={14} />}
          words="Cancel"
          name={`Cancel the request for ${request.episodeTitle}`}
          run={() => void cancel(request).catch(tellNotWritten)}
        />
      )
    case 'sending':
      return null
    case 'accepted':
    case 'processing':
      return (
        <Action
          icon={<RefreshCw size={14} />}
          words="Look again"
          name={`Look again: ${request.episodeTitle}`}
          run={() => void lookAgain(request.id).catch(tellNotWritten)}
        />
      )
    case 'ready':
      return (
        <>
          <RemoveButton request={request} />
          <Action
            icon={<BookOpen size={14} />}
            words="Open"
            name={`Open ${request.episodeTitle}`}
            run={() => openEpisode(request.episodeId)}
          />
        </>
      )
    case 'failed':
      return (
        <>
          <RemoveButton request={request} />
          <Action
            icon={<RotateCw size={14} />}
            words="Try again"
            name={`Try again: ${request.episodeTitle}`}
            run={() => void askAgain(request).catch(tellNotWritten)}
          />
        </>
      )
    case 'cancelled':
      return (
        <>
          <RemoveButton request={request} />
          <Action
            icon={<RotateCw size={14} />}
            words="Ask again"
            name={`Ask again for ${request.episodeTitle}`}
            run={() => void askAgain(request).catch(tellNotWritten)}
          />
        </>
      )
  }
}

function RemoveButton({ request }: { request: TranscriptionRequest }) {
  return (
    <Button
      icon={<Trash2 size={14} />}
      aria-label={`Remove the request for ${request.episodeTitle}`}
      onClick={({ currentTarget }) => {
        focusNeighbour(currentTarget.closest('li'))
        void remove(request).catch(tellNotWritten)
      }}
    >
      Remove
    </Button>
  )
}

type ActionProps = { icon: ReactNode; words: string; name: string; run: () => void }

function Action({ icon, words, name, run }: ActionProps) {
  return (
    <Button icon={icon} aria-label={name} data-takes-focus="" onClick={run}>
      {words}
    </Button>
  )
}
