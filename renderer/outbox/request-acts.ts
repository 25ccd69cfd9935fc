import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { cancelRequest, putRequestBack, removeRequest, requestTranscript } from '../db/requests.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { notify } from '../shell/notice.ts'

export async function askAgain(request: TranscriptionRequest): Promise<void> {
  const { episodeId, episodeTitle, podcastTitle } = request
  await requestTranscript({ id: episodeId, title: episodeTitle, podcastTitle })
}

/** Says so, and offers to take it back. */
export async function remove({ id }: TranscriptionRequest): Promise<void> {
  if ((await removeRequest(id)) === null) return
  notify({
    text: 'Request removed.',
    action: { label: 'Undo', run: () => void putRequestBack(id).catch(tellNotWritten) },
  })
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
    action: { label: 'Ask again', run: () => void askAgain(request).catch(tellNotWritten) },
  })
}
