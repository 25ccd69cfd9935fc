/** Opens the editor on the episode that plays, a few seconds before the moment that plays. */
export function addNoteHere(): void {}
/** Marks the playing moment with a note that has no text yet; nothing opens, nothing stops. */
export async function markHere(): Promise<void> {}
/** Writes the text that is being typed; to be awaited before the window closes. */
export async function flushDrafts(): Promise<void> {}
/** Registers this feature's commands; returns how to take them back. Called once, in main.tsx. */
export function registerNoteCommands(): void {}
