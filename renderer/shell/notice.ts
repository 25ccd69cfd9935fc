import { create } from 'zustand'

export type Notice = {
  text: string
  tone?: 'plain' | 'failure'
  action?: { label: string; run: () => void }
  /** Called once it is gone and its action can be asked for no more. */
  gone?: () => void
}

type ShownNotice = Notice & { id: number }

/** At most this many at once; an older one gives way. */
const most = 3
let lastId = 0

export const useNotices = create<{ notices: readonly ShownNotice[] }>(() => ({ notices: [] }))

/** Shows a quiet toast that goes by itself, e.g. `{text: 'Note deleted.', action: {label: 'Undo', run}}`. */
export function notify(notice: Notice): void {
  lastId += 1
  const notices = [...useNotices.getState().notices, { ...notice, id: lastId }]
  useNotices.setState({ notices: notices.slice(-most) })
  for (const { gone } of notices.slice(0, -most)) gone?.()
}

export function dismissNotice(id: number): void {
  takeDown(id)?.gone?.()
}

/** Does what the notice offers, and takes it down. */
export function takeAction(id: number): void {
  takeDown(id)?.action?.run()
}

function takeDown(id: number): ShownNotice | undefined {
  const { notices } = useNotices.getState()
  useNotices.setState({ notices: notices.filter((notice) => notice.id !== id) })
  return notices.find((notice) => notice.id === id)
}
