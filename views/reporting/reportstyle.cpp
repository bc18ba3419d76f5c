// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportstyle.h"

namespace Decayscope {

constinit const QByteArrayView reportStyle = R"CSS(
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --muted: #59626d; --line: #dde2e8; --soft: #f4f6f9;
  --accent: #1d4f91; --warn: #7a4300; --warn-ground: #fff3dc; --warn-line: #e9b35a; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --ink: #e5e8ec; --muted: #a3acb7; --line: #343b45;
  --soft: #202225; --accent: #8fbcf5; --warn: #ffd591; --warn-ground: #33270f; --warn-line: #7d6026; }
  .sheet svg { filter: invert(.915) hue-rotate(180deg); } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.6 Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "DejaVu Sans", sans-serif; }
.page { max-width: 54rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
a { color: var(--accent); text-underline-offset: .15em; } a:focus-visible, .box:focus-visible, summary:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2.1rem; letter-spacing: -.015em; margin: .2rem 0 .35rem; overflow-wrap: anywhere; }
h2 { font-size: 1.45rem; letter-spacing: -.01em; margin: 3.75rem 0 .9rem; padding-top: 1.1rem;
  border-top: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 2.75rem 0 .5rem; }
p, ul, dl { margin: 0 0 1rem; } section > p, section > ul { max-width: 44rem; } li { margin-bottom: .35rem; }
.kicker { color: var(--accent); font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; margin: 0; }
.subtitle { color: var(--muted); font-size: 1.1rem; margin: 0 0 1.5rem; }
.warning { background: var(--warn-ground); color: var(--warn); border-left: 4px solid var(--warn-line); font-weight: 600;
  padding: .7rem 1rem; margin: 0 0 1.5rem; border-radius: 0 4px 4px 0; max-width: none; }
.lead { font-size: 1.2rem; line-height: 1.5; margin: 0 0 1.5rem; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.5rem; }
dl.facts dt { color: var(--muted); max-width: 15rem; } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
header dl.facts { font-size: .9rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: .8rem 0; }
nav { font-size: .92rem; } nav h2 { all: unset; display: block; color: var(--muted); font-size: .8rem; font-weight: 600;
  letter-spacing: .08em; text-transform: uppercase; margin-bottom: .5rem; }
nav ol { margin: 0 0 1.5rem; padding: 0; list-style: none; counter-reset: part; columns: 2; column-gap: 2rem; }
nav ol > li { counter-increment: part; margin: 0 0 .3rem; padding-left: 1.9rem; position: relative; }
nav ol > li::before { content: counter(part); position: absolute; left: 0; color: var(--muted);
  font-variant-numeric: tabular-nums; } nav ul { list-style: none; margin: .15rem 0 .5rem; padding: 0; font-size: .92em; color: var(--muted); } nav ul li { margin: 0 0 .15rem; }
nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .9rem; margin: 0 0 1.6rem; }
.numbers div { background: var(--soft); border-radius: 6px; padding: .85rem 1rem .8rem; display: flex; flex-direction: column; }
.numbers dt { order: 2; font-weight: 600; font-size: .92rem; line-height: 1.35; } .numbers dd { margin: 0; }
.numbers .value { order: 1; font-size: 1.9rem; font-weight: 650; line-height: 1.2; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.numbers .detail { order: 3; color: var(--muted); font-size: .85rem; line-height: 1.35; }
figure { margin: 1.75rem 0 2.25rem; } figcaption { font-size: .88rem; line-height: 1.5; color: var(--muted); margin: .6rem 0; }
figcaption b { color: var(--ink); } figure.table > figcaption { margin: 0 0 .5rem; font-size: .95rem; }
.sheet svg { display: block; min-width: 100%; max-width: 100%; height: auto; background: #fff; }
.box { overflow: auto; max-height: 36rem; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .82rem; line-height: 1.4;
  font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .34rem .55rem; vertical-align: top; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: .15rem; } th:last-child, td:last-child { padding-right: .15rem; }
tbody tr:last-child > * { border-bottom: 0; } tbody th { font-weight: 400; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--ground); font-weight: 600; vertical-align: bottom;
  border-bottom: 1px solid var(--ink); }
tbody tr:hover > * { background: var(--soft); }
.n { text-align: right; white-space: nowrap; } thead .n { white-space: normal; }
.k { white-space: nowrap; } .interval { display: block; color: var(--muted); font-size: .92em; } .beside-values .interval { display: inline; }
.beside { font-size: .9rem; margin: .6rem 0 0; } .note { font-size: .82rem; line-height: 1.5; color: var(--muted); margin: .55rem 0 0; }
ul.note { padding-left: 1.1rem; } details { margin-top: .55rem; } summary { cursor: pointer; font-size: .85rem; color: var(--accent); }
details[open] > summary { margin-bottom: .5rem; }
.method { background: var(--soft); border-left: 3px solid var(--accent); border-radius: 0 6px 6px 0; padding: .9rem 1.1rem; margin: 0 0 2rem; font-size: .9rem; }
.method dl { margin: 0; display: grid; grid-template-columns: 8rem 1fr; gap: .45rem 1rem; } .method dt { font-weight: 600; }
.method dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.method ul { margin: 0; padding-left: 1.1rem; white-space: normal; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .85rem; }
@media (min-width: 78rem) { .page { max-width: 76rem; display: grid; grid-template-columns: 14rem minmax(0, 54rem); column-gap: 4rem; justify-content: center; }
  .page > header, .page > main, .page > footer { grid-column: 2; } nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 2.5rem;
  align-self: start; max-height: calc(100vh - 4rem); overflow: auto; } nav ol { columns: 1; } }
@media (max-width: 40rem) { body { font-size: 15px; } h1 { font-size: 1.65rem; } h2 { font-size: 1.3rem; margin-top: 3rem; }
  nav ol { columns: 1; } dl.facts, .method dl { grid-template-columns: 1fr; gap: 0; } dl.facts dd, .method dd { margin-bottom: .6rem; }
  .sheet { overflow-x: auto; } .sheet svg { min-width: 34rem; } .numbers { grid-template-columns: 1fr 1fr; } .numbers .value { font-size: 1.5rem; } }
@media print { :root { --ground: #fff; --ink: #000; --muted: #444; --line: #ccc; --soft: #f3f3f3; --accent: #000; --warn: #000; --warn-ground: #f3f3f3; --warn-line: #000; }
  @page { size: A4; margin: 18mm 20mm; } body { font-size: 10pt; line-height: 1.45; } .page { max-width: none; padding: 0; display: block; }
  details, nav { display: none; } .box { max-height: none; overflow: visible; } .sheet svg { filter: none; } thead th { position: static; }
  h1, h2, h3, figcaption { break-after: avoid; } .sheet, tr, .numbers, .method { break-inside: avoid; } table { font-size: 7.5pt; } th, td { padding: 2pt 3pt; }
  a { text-decoration: none; color: inherit; } h2 { margin-top: 24pt; } thead { display: table-header-group; } }
)CSS";

} // namespace Decayscope
