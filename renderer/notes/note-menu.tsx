import { Copy, FlaskConical, FlaskConicalOff, History, Repeat } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { Menu, type MenuItem } from '../elements/menu.tsx'
import { stopTracking, trackNote } from '../tracker/track.ts'
import { copyNotes } from './copy-notes.ts'
import { NoteHistory } from './note-history.tsx'
import { endLoop, loopOver } from './range-loop.ts'

/** What else can be done with a note. `name` says which it is. */
export function NoteMenu({ note, name }: { note: Annotation; name: string }) {
  const [showsHistory, setShowsHistory] = useState(false)
  const { anchor, episodeId } = note
  const items: MenuItem[] = [
    note.tracking === null
      ? { label: 'To try', icon: <FlaskConical size={14} />, run: () => void trackNote(note) }
      : { label: 'Stop tracking', icon: <FlaskConicalOff size={14} />, run: () => void stopTracking(note) },
    { label: 'History', icon: <History size={14} />, run: () => setShowsHistory(true) },
    { label: 'Copy', icon: <Copy size={14} />, run: () => void copyNotes([note]) },
  ]
  if (anchor.kind === 'range' || anchor.kind === 'transcript') {
    const { startSeconds, endSeconds } = anchor
    items.unshift({
      label: 'Play in a loop',
      icon: <Repeat size={14} />,
      run: () => {
        endLoop()
        loopOver({ episodeId, startSeconds, endSeconds })
      },
    })
  }
  return (
    <>
      <Menu label={`More about ${name}`} items={items} />
      {showsHistory ? <NoteHistory note={note} onClose={() => setShowsHistory(false)} /> : null}
    </>
  )
}
