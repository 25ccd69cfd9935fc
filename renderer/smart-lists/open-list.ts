import { navigate } from 'wouter/use-hash-location'
import { showFront } from '../shell/front-pane.ts'

export function goToSmartList(id: string): void {
  navigate(addressOfList(id))
  showFront('place')
}

export function addressOfList(id: string): string {
  return `/library/list/${id}`
}
