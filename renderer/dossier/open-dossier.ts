import { navigate } from 'wouter/use-hash-location'
import { showFront } from '../shell/front-pane.ts'

const place = '/topics/'

/** Shows everything on one topic. */
export function openDossier(topic: string): void {
  navigate(`${place}${encodeURIComponent(topic)}`)
  showFront('place')
}

/** The topic of an address (`location.hash`); '' where it cannot be read. */
export function topicInAddress(hash: string): string {
  const given = hash.replace(/^#?\/?/, '/')
  try {
    return given.startsWith(place) ? decodeURIComponent(given.slice(place.length)) : ''
  } catch {
    return ''
  }
}
