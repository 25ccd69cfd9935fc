import { create } from 'zustand'

export type FrontPane = 'place' | 'episode'

/** Which of the two panes is seen while the window has room for one. */
export const useFrontPane = create<{ front: FrontPane }>(() => ({ front: 'place' }))

export function showFront(front: FrontPane): void {
  useFrontPane.setState({ front })
}
