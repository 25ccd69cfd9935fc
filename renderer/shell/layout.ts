import { useSyncExternalStore } from 'react'

/**
 * How many panes the window has room for beside the player: navigation, place and episode; icons, place and
 * episode; icons and one of the two.
 */
export type Layout = 'three' | 'two' | 'one'

const roomForThree = window.matchMedia('(min-width: 1080px)')
const roomForTwo = window.matchMedia('(min-width: 720px)')

export function layoutNow(): Layout {
  if (roomForThree.matches) return 'three'
  return roomForTwo.matches ? 'two' : 'one'
}

function subscribe(tell: () => void): () => void {
  roomForThree.addEventListener('change', tell)
  roomForTwo.addEventListener('change', tell)
  return () => {
    roomForThree.removeEventListener('change', tell)
    roomForTwo.removeEventListener('change', tell)
  }
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow)
}
