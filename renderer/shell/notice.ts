import { create } from 'zustand'

export type Notice = {
  text: string
  tone?: 'plain' | 'failure'
  action?: { label: string; run: () => void }
}

type ShownNotice = Notice & { id: number }

/** At most this many at once; an older one gives way. */
const most = 3
let lastId = 0

export const useNotices = create<{ notices: readonly ShownNotice[] }>(() => ({ notices: [] }))

/** Shows a quiet toast that goes by itself, e.g. `{text: 'Note deleted.', action: {label: 'Undo', run}}`. */
export function notify(notice: Notice): void {
  lastId += 1
  const shown = { ...notice, id: lastId }
  useNotices.setState(({ notices }) => ({ notices: [...notices, shown].slice(-most) }))
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
