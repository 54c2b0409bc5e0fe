/** Style of a published edition: light and dark, wide and narrow, and printed. Nothing is loaded from elsewhere. */
export const siteStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2326, #e6e9ea); --paper: light-dark(#fff, #15191b);
  --soft: light-dark(#566167, #a8b2b6); --line: light-dark(#d8dee0, #343c40); --raised: light-dark(#f5f7f7, #1d2326);
  --breach: light-dark(#9c3303, #fd9a57); --performance: light-dark(#08519c, #7fb8e0);
  --disputed: light-dark(#6a3d9a, #c4a6e0); --link: light-dark(#0b4a86, #8cc2ea); }
* { box-sizing: border-box; } img { max-width: 100%; height: auto; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 66rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.site { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .9rem 0; border-bottom: 1px solid var(--line); }
.site .name { font-weight: 600; margin-right: auto; } .site ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--link); text-underline-offset: .15em; } a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
h1 { font-size: clamp(1.45rem, 3.4vw, 2rem); line-height: 1.2; margin: 1.75rem 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.25rem 0 .6rem; }
p { margin: .5rem 0; max-width: 48rem; } .soft { color: var(--soft); }
.breach { color: var(--breach); } .performance { color: var(--performance); } .disputed { color: var(--disputed); }
.none { color: var(--soft); }
.status { font-weight: 650; white-space: nowrap; } .big { font-size: 1.35rem; white-space: normal; }
.tally { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; padding: 0; margin: 1rem 0 1.25rem; list-style: none; }
.tally b { font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; overflow-wrap: break-word; } caption { text-align: start; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--line); }
th { font-size: .85rem; font-weight: 600; color: var(--soft); } tbody th { font-size: inherit; color: inherit; font-weight: 400; }
td.day { white-space: nowrap; } .hash { overflow-wrap: anywhere; font: .75rem/1.4 ui-monospace, monospace; color: var(--soft); }
.notice { border: 1px solid var(--line); border-left: 4px solid var(--disputed); padding: .6rem 1rem; background: var(--raised); max-width: 48rem; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.side { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1.1rem 1rem; } .side h2 { margin-top: .9rem; }
.months { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; padding: 0; list-style: none; margin: .5rem 0; }
.months b { color: var(--soft); font-weight: 600; font-size: .85rem; padding-right: .3rem; } .months .strip { letter-spacing: .12em; white-space: nowrap; }
.tree, .tree ul { list-style: none; margin: 0; padding: 0; } .tree > li { margin: 1rem 0 1.5rem; }
.tree ul { border-left: 2px solid var(--line); margin: .4rem 0 0 .35rem; } .tree ul > li { padding: .35rem 0 .35rem 1.1rem; }
blockquote { margin: 0; max-width: 48rem; } blockquote bdi { font-family: Charter, 'Bitstream Charter', 'Noto Serif', Georgia, serif; font-size: 1.05rem; }
.told { font-size: .9rem; color: var(--soft); margin: .15rem 0 0; } li:target, section:target { background: var(--raised); box-shadow: -1.1rem 0 0 var(--raised); }
.search { margin: 1rem 0; } .search input { font: inherit; width: min(28rem, 100%); padding: .45rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; }
.search ol { padding-left: 1.4rem; } .search[hidden] { display: none; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .9rem; color: var(--soft); }
.card { max-width: none; padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: .4rem; min-height: 100vh; } .card p { margin: .3rem 0; }
@media (max-width: 46rem) {
  .sides { grid-template-columns: minmax(0, 1fr); } .site .name { flex-basis: 100%; }
  table.rows caption { display: block; } table.rows thead { position: absolute; left: -99rem; } table.rows, .rows tbody, .rows tr, .rows td, .rows tbody th { display: block; width: 100%; }
  .rows tr { padding: .75rem 0; border-bottom: 1px solid var(--line); } .rows td, .rows tbody th { border: 0; padding: .1rem 0; }
  .rows td[data-label]::before { content: attr(data-label) ': '; color: var(--soft); }
}
@media print {
  @page { margin: 1.8cm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } .site ul, .search, .skip { display: none; }
  h2 { break-after: avoid; } tr, li, .side { break-inside: avoid; } thead { display: table-header-group; } a { color: inherit; text-decoration: none; }
}
`;
