import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { StoredLibrary } from './db/version-check.ts'
import { afterFailedStart } from './shell/failed-start.tsx'
import { start } from './start.tsx'

/** Begins all there is. */
export function showPage(stored: StoredLibrary): void {
  const element = document.getElementById('root')
  if (element === null) throw new Error('index.html has no element #root.')
  const root = createRoot(element)

  void start(stored, (page) => root.render(page))
    .catch(afterFailedStart)
    .then((page) => root.render(<StrictMode>{page}</StrictMode>))
}
