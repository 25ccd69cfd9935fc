import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { cancelRequest, requestTranscript } from '../db/requests.ts'
import { notify } from '../shell/notice.ts'

export async function askAgain(request: TranscriptionRequest): Promise<void> {
  const { episodeId, episodeTitle, podcastTitle } = request
  await requestTranscript({ id: episodeId, title: episodeTitle, podcastTitle })
}

/** Says so, and offers to take it back. */
export async function cancel(request: TranscriptionRequest): Promise<void> {
  const cancelled = await cancelRequest(request.id)
  if (cancelled === null) {
    notify({ text: 'The request was on its way already, so it could not be cancelled.', tone: 'failure' })
    return
  }
  notify({
    text: 'Request cancelled.',
    action: { label: 'Ask again', run: () => void askAgain(request) },
  })
}
