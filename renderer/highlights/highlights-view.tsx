export function HighlightsView() {
  return <h1>Highlights</h1>
}
