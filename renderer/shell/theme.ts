import type { Settings } from '../../shared/models/settings.ts'
import { useSettings } from '../settings/store.ts'

/** Lets the chosen theme decide over the system's; tokens.css does the rest. */
export function followTheme(): void {
  show(useSettings.getState().theme)
  useSettings.subscribe(({ theme }) => show(theme))
}

function show(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
