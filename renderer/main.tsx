import './elements/fonts.css'
import './elements/tokens.css'
import './elements/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { reportFault, reportUncaughtFaults } from './shell/faults.ts'
import { Stopped } from './shell/stopped.tsx'
import { start } from './start.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no element #root.')
const root = createRoot(element)

reportUncaughtFaults()
start((page) => root.render(page))
  .catch((fault: unknown) => {
    reportFault(fault)
    return (
      <Stopped title="Earmark could not start">
        Your library could not be opened; nothing in it was changed. The log has the details. If the disk is
        full, make room and try again.
      </Stopped>
    )
  })
  .then((page) => root.render(<StrictMode>{page}</StrictMode>))
