/** Style of the report: readable on paper and screen, light and dark. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2326, #e6e9ea); --paper: light-dark(#fff, #15191b);
  --soft: light-dark(#5b666b, #a3adb1); --line: light-dark(#d8dee0, #343c40);
  --breach: light-dark(#a63603, #fd8d3c); --performance: light-dark(#08519c, #6baed6);
  --disputed: light-dark(#6a3d9a, #bc9ad9); --unsure: light-dark(#d9dfe1, #444d51); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 56rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; } h4 { margin: 0; }
section { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
a { color: inherit; } a:focus-visible { outline: 3px solid var(--performance); }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
.reference, .chain, .source, .legend { color: var(--soft); font-size: .875rem; margin: .1rem 0; }
.legend span { white-space: nowrap; margin-right: .75rem; }
.status { font-size: 1.15rem; font-weight: 600; margin: .5rem 0; }
.breach { color: var(--breach); } .performance { color: var(--performance); } .disputed { color: var(--disputed); }
.months { display: flex; flex-wrap: wrap; gap: 2px; list-style: none; padding: 0; margin: .5rem 0; }
.months li { width: 1.4rem; text-align: center; border: 1px solid var(--line); }
.opinions th { width: 8rem; white-space: nowrap; } .opinions td:nth-child(2) { width: 11rem; } .bar { display: block; width: 10rem; height: .75rem; }
.for { fill: var(--ink); } .unsure { fill: var(--unsure); } .against { fill: var(--soft); }
.origin { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1rem 0; } .origin p { margin: .1rem 0; }
ul { padding-left: 1.1rem; } blockquote { margin: .5rem 0 .1rem; }
@media (max-width: 30rem) { .opinions tr { display: grid; } .opinions th, .opinions td:nth-child(2) { border: 0; } .overview th:nth-child(2), .overview td:nth-child(2) { display: none; } }
@media print { body { max-width: none; } section { break-inside: avoid-page; } }
`;
