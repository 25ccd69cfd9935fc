// `?way=NAME&pages=N`: has a worker write that many pages in that way, and shows what it says as JSON.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
const show = (text: string): void => {
  const output = document.querySelector('output')
  if (output !== null) output.textContent = text
}
worker.onmessage = ({ data }) => show(JSON.stringify(data))
worker.onerror = ({ message }) => show(JSON.stringify({ fault: message }))
worker.postMessage(Object.fromEntries(new URLSearchParams(location.search)))
