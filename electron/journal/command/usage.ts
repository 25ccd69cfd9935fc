export const usage = `Lists, checks and rescues files of Earmark's second home (docs/journal-format.md tells how they are written).

  npm run journal -- FILE [--rows]
      FILE is a .journal or a .snapshot, or the whole folder of a second home. Lists what is in it and tells what is
      damaged or missing. --rows prints each change as one line of JSON instead of the list.
  npm run journal -- FILE --rescue OUT
      Writes everything that is proven whole to the new file OUT: of a journal its entries, of a snapshot its rows, of a
      folder each row as its latest change says, as a snapshot. FILE is only read.

The exit code is 0 when everything is whole, 1 when something is damaged or missing, 2 when the command line makes no sense or
a file cannot be read or written.
`
