export const defaultFileName = '{{podcast}}/{{title}}'

export const defaultTemplate = `# {{title}}

{{about}}
{{#summary}}

## Summary

{{summary}}
{{/summary}}
{{#hasChapters}}

## Chapters

{{#chapters}}
- {{time}} {{title}}{{#description}}: {{description}}{{/description}}
{{/chapters}}
{{/hasChapters}}
{{#highlightKinds}}

## {{name}}
{{#highlights}}

- {{#label}}*{{label}}:* {{/label}}{{text}}{{#time}} ({{time}}){{/time}}
{{#notes}}
{{#indentedBlock}}

{{indentedBlock}}
{{/indentedBlock}}
{{/notes}}
{{/highlights}}
{{/highlightKinds}}
{{#hasOtherNotes}}

## Notes
{{#otherNotes}}

### {{#time}}{{time}} · {{/time}}{{#chapter}}{{chapter}} · {{/chapter}}{{date}}
{{#quote}}

On “{{quote}}”:
{{/quote}}
{{#block}}

{{block}}
{{/block}}
{{/otherNotes}}
{{/hasOtherNotes}}
{{#hasDrafts}}

## Unfinished notes
{{#drafts}}

{{#time}}{{time}} · {{/time}}unfinished

{{quotedBody}}
{{/drafts}}
{{/hasDrafts}}
`
