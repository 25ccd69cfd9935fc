import { navigate } from 'wouter/use-hash-location'
import { showFront } from '../shell/front-pane.ts'

/** Shows where notes of other programs come in. */
export function openImport(): void {
  navigate('/import')
  showFront('place')
}
