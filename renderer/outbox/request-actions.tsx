import { BookOpen, RefreshCw, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { lookAgain } from '../db/requests.ts'
import { Button } from '../elements/button.tsx'
import { openEpisode } from '../shell/open.ts'
import { askAgain, cancel } from './request-acts.ts'

/** What a person can do about a request as it stands. */
export function RequestActions({ request }: { request: TranscriptionRequest }) {
  switch (request.state) {
    case 'waiting':
      return <CancelButton request={request} />
    case 'sending':
      return null
    case 'accepted':
    case 'processing':
      return (
        <Action
          icon={<RefreshCw size={14} />}
          words="Look again"
          name={`Look again: ${request.episodeTitle}`}
          run={() => void lookAgain(request.id)}
        />
      )
    case 'ready':
      return (
        <Action
          icon={<BookOpen size={14} />}
          words="Open"
          name={`Open ${request.episodeTitle}`}
          run={() => openEpisode(request.episodeId)}
        />
      )
    case 'failed':
      return (
        <>
          <Action
            icon={<RotateCw size={14} />}
            words="Try again"
            name={`Try again: ${request.episodeTitle}`}
            run={() => void askAgain(request)}
          />
          <CancelButton request={request} />
        </>
      )
    case 'cancelled':
      return (
        <Action
          icon={<RotateCw size={14} />}
          words="Ask again"
          name={`Ask again for ${request.episodeTitle}`}
          run={() => void askAgain(request)}
        />
      )
  }
}

function CancelButton({ request }: { request: TranscriptionRequest }) {
  return (
    <Action
      icon={<X size={14} />}
      words="Cancel"
      name={`Cancel the request for ${request.episodeTitle}`}
      run={() => void cancel(request)}
    />
  )
}

type ActionProps = { icon: ReactNode; words: string; name: string; run: () => void }

function Action({ icon, words, name, run }: ActionProps) {
  return (
    <Button icon={icon} aria-label={name} onClick={run}>
      {words}
    </Button>
  )
}
