import { meansOffline, type Problem } from '../../shared/result.ts'
import type { Notice } from '../shell/notice.ts'
import type { SyncAllEnd } from '../sync/sync-all.ts'

/** What a person who asked for a sync is told when it did not come to its end. */
export function notSynced(title: string, { code, message }: Problem): Notice {
  if (code === 'cancelled') return { text: `Stopped syncing ${title}. What was read is kept.` }
  return meansOffline(code)
    ? { text: `The service cannot be reached. ${title} is synced as soon as it can be.` }
    : { tone: 'failure', text: `${title} was not synced. ${message}` }
}

/** What a person who asked for a sync of everything is told at its end. */
export function allSynced({ failed, offline, stopped }: SyncAllEnd): Notice {
  const [first] = failed
  const titles = failed.map(({ title }) => title)
  if (offline) return { text: 'The service cannot be reached. Podcasts are synced as soon as it can be.' }
  if (first !== undefined) {
    const were = failed.length === 1 ? 'was' : 'were'
    return { tone: 'failure', text: `${namesText(titles)} ${were} not synced. ${first.message}` }
  }
  return stopped
    ? { text: 'Stopped syncing. What was read is kept.' }
    : { text: 'All podcasts are up to date.' }
}

/** So many are named, and the others counted. */
const mostNamed = 3
const listText = new Intl.ListFormat('en-GB')

function namesText(names: readonly string[]): string {
  const others = names.length - mostNamed
  if (others <= 0) return listText.format(names)
  return listText.format([...names.slice(0, mostNamed), others === 1 ? 'one other' : `${others} others`])
}
