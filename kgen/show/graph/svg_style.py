"""The style sheet of the SVG, in the colours of the page."""

STYLE = """
svg { color-scheme: light dark; --page: #fff; --card: #fff; --text: #1c2430; --soft: #5a6573; --line: #c9d1db;
  --frame: #f5f7fa; --verified: #4f6d87; --broken: #c62828; --unverifiable: #8a6d1f; }
@media (prefers-color-scheme: dark) { svg { --page: #11161d; --card: #1d2530; --text: #e6ebf2; --soft: #9aa7b6;
  --line: #3a4655; --frame: #171e27; --verified: #7fa3c2; --broken: #ff7a70; --unverifiable: #d9b354; } }
text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: var(--text); }
.page { fill: var(--page); }
.frame { fill: var(--frame); stroke: var(--line); }
.heading, .title, .caption { font-family: system-ui, sans-serif; fill: var(--soft); }
.heading { font-size: 11px; }
.title { font-weight: 600; }
.caption { font-size: 11px; }
.name { font-weight: 600; }
.node rect { fill: var(--card); stroke: var(--line); }
.node.missing rect { stroke-dasharray: 5 4; fill: none; }
.missing .name, .row.missing { fill: var(--soft); font-style: italic; }
.line { stroke: var(--line); }
path { fill: none; stroke-width: 1.5; }
.verified path { stroke: var(--verified); }
.broken path { stroke: var(--broken); stroke-width: 2.5; }
.unverifiable path { stroke: var(--unverifiable); stroke-dasharray: 6 4; }
.mark { font-weight: 700; text-anchor: middle; stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
.broken .mark { fill: var(--broken); }
.unverifiable .mark { fill: var(--unverifiable); }
"""
