import { call } from '../bridge.ts'

/** A fault that repeats with every frame must not fill the log. */
const mostReports = 25
let reports = 0

/** Hands a bug of the page's to the log. */
export function reportFault(fault: unknown): void {
  if (reports >= mostReports) return
  reports += 1
  const message = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  void call('app.report-fault', { message: message.slice(0, 4000), stack: stack.slice(0, 20_000) })
}

/** Faults that no component and no caller caught. */
export function reportUncaughtFaults(): void {
  window.addEventListener('error', (event) => reportFault(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => reportFault(event.reason))
}
