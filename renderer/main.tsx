import './elements/fonts.css'
import './elements/tokens.css'
import './elements/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterFailedStart } from './shell/failed-start.tsx'
import { reportUncaughtFaults } from './shell/faults.ts'
import { start } from './start.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no element #root.')
const root = createRoot(element)

reportUncaughtFaults()
start((page) => root.render(page))
  .catch(afterFailedStart)
  .then((page) => root.render(<StrictMode>{page}</StrictMode>))
