import { ListMusic } from 'lucide-react'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { goTo } from '../shell/open.ts'
import { entrySeconds, type QueuedEntry, queuedEntries } from './queued-entries.ts'
import { UpNextList } from './up-next-list.tsx'
import { amountText } from './up-next-words.ts'

/** What plays when the playing episode has ended, in order. */
export function UpNextView() {
  const entries = useLive(queuedEntries, [])
  return (
    <View
      title="Up next"
      label="Episodes that play next"
      total={entries === undefined || entries.length === 0 ? null : lengthText(entries)}
    >
      {entries?.length === 0 ? (
        <EmptyState
          icon={<ListMusic size={20} />}
          title="Nothing is waiting"
          action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
        >
          Press Up next on an episode, and it plays when the one before it has ended.
        </EmptyState>
      ) : null}
      {entries === undefined || entries.length === 0 ? null : <UpNextList entries={entries} />}
    </View>
  )
}

/** "4 episodes, 2 h 5 min"; without the time when a length is unknown. */
function lengthText(entries: readonly QueuedEntry[]): string {
  const count = entries.length === 1 ? '1 episode' : `${entries.length} episodes`
  const lengths = entries.map(entrySeconds)
  if (lengths.includes(null)) return count
  return `${count}, ${amountText(lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0))}`
}
