export function NotesView() {
  return <h1>Notes</h1>
}
