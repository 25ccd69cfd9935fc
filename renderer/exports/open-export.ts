import { navigate } from 'wouter/use-hash-location'
import { showFront } from '../shell/front-pane.ts'
import { type AskedScope, useExports } from './store.ts'

/** Shows where notes can be exported to, for all of them or for some. */
export function openExport(scope: AskedScope): void {
  const { work } = useExports.getState()
  useExports.setState(work.kind === 'nothing' ? { scope, end: null } : { scope })
  navigate('/export')
  showFront('place')
}
