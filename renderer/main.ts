import './elements/fonts.css'
import './elements/tokens.css'
import './elements/base.css'
import { beginReading } from './begin-reading.ts'
import { reportUncaughtFaults } from './shell/faults.ts'

reportUncaughtFaults()
// The database answers while the page's own code, most of what there is, begins.
const stored = await beginReading()
const { showPage } = await import('./page.tsx')
showPage(stored)
