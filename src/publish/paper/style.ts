/** Style of a paper as a page: readable on screen, light and dark, and printed. */
export const paperStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2326, #e6e9ea); --paper: light-dark(#fff, #15191b);
  --soft: light-dark(#5b666b, #a3adb1); --line: light-dark(#d8dee0, #343c40);
  --breach: light-dark(#a63603, #fd8d3c); --performance: light-dark(#08519c, #6baed6);
  --disputed: light-dark(#6a3d9a, #bc9ad9); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin-bottom: .5rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.5rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 .25rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--soft); }
.subtitle { margin: 0; color: var(--soft); }
nav ol { columns: 2 16rem; padding-left: 1.2rem; }
a { color: inherit; } a:focus-visible { outline: 3px solid var(--performance); }
.numbered { position: relative; padding-left: 2.75rem; margin: .6rem 0; }
.numbered .number { position: absolute; left: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
main ul { margin: .5rem 0; padding-left: 4rem; }
sup { line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
td { unicode-bidi: plaintext; overflow-wrap: break-word; }
.breach { color: var(--breach); } .performance { color: var(--performance); } .disputed { color: var(--disputed); }
.notes { font-size: .875rem; color: var(--soft); }
@media (max-width: 30rem) { .numbered { padding-left: 2rem; } main ul { padding-left: 2.5rem; } }
@media print {
  @page { margin: 2cm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  h2, h3, h4 { break-after: avoid; } tr, li, .numbered { break-inside: avoid; } .wide { overflow: visible; }
  thead { display: table-header-group; } a { text-decoration: none; }
}
`;
