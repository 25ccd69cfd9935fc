import { notesMarkdown } from '../../shared/formats/note-markdown.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { markdownHtml } from '../elements/markdown-html.ts'
import { notify } from '../shell/notice.ts'

/** Copies notes as Markdown and as rich text at once: whoever pastes them gets what they can show. */
export async function copyNotes(notes: readonly Annotation[]): Promise<void> {
  const text = notesMarkdown(notes)
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([markdownHtml(text)], { type: 'text/html' }),
      }),
    ])
    notify({
      text: notes.length === 1 ? 'Note copied.' : `${notes.length.toLocaleString('en')} notes copied.`,
    })
  } catch {
    notify({
      text: 'Your system did not let Earmark copy that. Try again with the window in front.',
      tone: 'failure',
    })
  }
}
