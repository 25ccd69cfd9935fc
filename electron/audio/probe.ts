import { failure, type Result, success } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { StreamAnswer } from '../net/stream.ts'
import { streamProblem } from '../net/stream-problem.ts'
import { type Signature, signatureBytes, signatureOf } from './signatures.ts'

type AudioFacts = {
  /** After redirects. */
  url: string
  contentType: string
}

export type ProbeAudio = (url: string, signal?: AbortSignal) => Promise<Result<AudioFacts>>

/** Types under which audio is served without being named as such. */
const indefinite =
  /^(?:(?:application|binary)\/(?:octet-stream|ogg|mp4|x-binary|force-download|download)|video\/(?:mp4|webm|ogg|mpeg)|)$/

/** Makes sure that an address answers with audio, by its type and its first bytes, before it goes to the player. */
export function createProbe(fetcher: Pick<Fetcher, 'openStream'>): ProbeAudio {
  return async (url, signal) => {
    const request = { range: `bytes=0-${signatureBytes - 1}` }
    const answer = await fetcher.openStream(url, signal === undefined ? request : { ...request, signal })
    if (!answer.ok) return answer
    const beginning = await readBeginning(answer.value, url, signal)
    if (!beginning.ok) return beginning
    const contentType =
      (answer.value.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    const complaint = complaintAbout(contentType, signatureOf(beginning.value), beginning.value.length)
    if (complaint === null) return success({ url: answer.value.url, contentType })
    const host = URL.parse(answer.value.url)?.host ?? url
    return failure('not-audio', `What ${host} sends is ${complaint}. Give another address, or choose a file.`)
  }
}

/** What is wrong with it, to be said after "is"; `null` when it is audio. */
function complaintAbout(contentType: string, signature: Signature, length: number): string | null {
  if (length === 0) return 'empty'
  if (signature === 'playlist' || /mpegurl/.test(contentType)) return 'a playlist, which Earmark cannot play'
  if (contentType === 'text/html' || contentType === 'application/xhtml+xml') return 'a web page, not audio'
  if (signature === 'markup') return 'text, not audio'
  if (signature === 'audio') return null
  if (contentType.startsWith('audio/')) return null
  return indefinite.test(contentType) ? 'no audio that Earmark knows' : `not audio (${contentType})`
}

async function readBeginning(
  answer: StreamAnswer,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array>> {
  const reader = answer.body.getReader()
  const bytes = new Uint8Array(signatureBytes)
  let length = 0
  try {
    while (length < signatureBytes) {
      const piece = await reader.read()
      if (piece.done) break
      const taken = piece.value.subarray(0, signatureBytes - length)
      bytes.set(taken, length)
      length += taken.length
    }
    await reader.cancel()
  } catch (error) {
    return { ok: false, problem: streamProblem(error, url, signal) }
  }
  return success(bytes.subarray(0, length))
}
