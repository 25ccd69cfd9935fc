import { failure, type Result } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import type { PodcastList } from '../reader/read-json.ts'
import { acceptJson, notJson, requestText } from './documents.ts'
import type { Service } from './service.ts'

const pageSize = 200

/** One page of A1. */
export async function requestPodcastList(
  service: Service,
  cursor: string | null,
): Promise<Result<PodcastList>> {
  const url = assumedAddresses.podcasts(service.base, { cursor, limit: pageSize })
  const answer = await requestText(service, url, acceptJson)
  if (!answer.ok) return answer
  const reading = await service.reader.read('podcast-list', { text: answer.value.text })
  if (!reading.ok) return reading
  switch (reading.value.kind) {
    case 'read':
      return { ok: true, value: reading.value.value }
    case 'unlike':
      return failure('unreadable', `What ${service.name} sent is not a list of podcasts.`)
    default:
      return notJson(service, reading.value.kind)
  }
}
