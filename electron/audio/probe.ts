import { failure, type Result, success } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { StreamAnswer } from '../net/stream.ts'
import { streamProblem } from '../net/stream-problem.ts'
import { bareContentType, complaintAbout } from './complaint.ts'
import { signatureBytes } from './signatures.ts'

type AudioFacts = {
  /** After redirects. */
  url: string
  contentType: string
}

export type ProbeAudio = (url: string, signal?: AbortSignal) => Promise<Result<AudioFacts>>

/** A host that sends a byte now and then would keep a person waiting for hours. */
const usualLimitMs = 30_000

/** Makes sure that an address answers with audio, by its type and its first bytes, before it goes to the player. */
export function createProbe(fetcher: Pick<Fetcher, 'openStream'>, limitMs = usualLimitMs): ProbeAudio {
  return async (url, signal) => {
    const limit = AbortSignal.timeout(limitMs)
    const either = signal === undefined ? limit : AbortSignal.any([signal, limit])
    const answer = await fetcher.openStream(url, {
      range: `bytes=0-${signatureBytes - 1}`,
      signal: either,
    })
    if (limit.aborted && signal?.aborted !== true) return tooSlow(url)
    if (!answer.ok) return answer
    const beginning = await readBeginning(answer.value, url, either)
    if (limit.aborted && signal?.aborted !== true) return tooSlow(url)
    if (!beginning.ok) return beginning
    const contentType = bareContentType(answer.value.headers.get('content-type'))
    const complaint = complaintAbout(contentType, beginning.value)
    if (complaint === null) return success({ url: answer.value.url, contentType })
    const host = URL.parse(answer.value.url)?.host ?? url
    return failure('not-audio', `What ${host} sends is ${complaint}. Give another address, or choose a file.`)
  }
}

function tooSlow(url: string): Result<never> {
  const host = URL.parse(url)?.host ?? url
  return failure(
    'timeout',
    `${host} answers too slowly to be played. Try again later, or download the episode.`,
  )
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
