export function DownloadsView() {
  return <h1>Downloads</h1>
}
