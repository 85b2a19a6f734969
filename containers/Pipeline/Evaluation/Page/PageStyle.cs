namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>How pages look: light or dark as the reader's window, narrow or wide, and on paper. Free of characters that XML escapes.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --back: #fbfbfa; --card: #ffffff; --text: #1c2127; --soft: #59616b; --grid: #e3e5e8; --edge: #d9dce0;
          --s0: #1d5fd1; --s1: #b3541e; --s2: #0f766e; --s3: #7c3aed; --s4: #a21657; --s5: #4d6b12; --s6: #57606a; --s7: #8a6100; }
        @media (prefers-color-scheme: dark) { :root { --back: #14171b; --card: #1b1f24; --text: #e7e9ec; --soft: #a3abb5; --grid: #2e343b; --edge: #343b43;
          --s0: #7fb0ff; --s1: #f0a06a; --s2: #4fc9bd; --s3: #b99bff; --s4: #f58ab8; --s5: #b3d264; --s6: #a9b3bd; --s7: #e4bd58; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 1160px; margin: 0 auto; padding: 32px 24px 64px; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 8px; }
        h2 { font-size: 1.3rem; margin: 48px 0 4px; }
        h3 { font-size: 1rem; margin: 0; }
        p { margin: 0 0 8px; max-width: 75ch; }
        .lead, figcaption p, section p, dd { color: var(--soft); }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; margin: 24px 0 0; padding: 0; list-style: none; }
        .tiles li { background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: 12px 16px; }
        .tiles span { display: block; color: var(--soft); font-size: 0.85rem; }
        .tiles strong { display: block; font-size: 1.7rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 16px; margin-top: 12px; align-items: start; }
        figure { margin: 0; min-width: 0; background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: 16px; break-inside: avoid; }
        figcaption { margin-bottom: 8px; }
        figcaption p { font-size: 0.9rem; margin: 2px 0 0; }
        svg { display: block; width: 100%; overflow: visible; }
        .three { grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
        .stack { display: grid; gap: 16px; min-width: 0; }
        .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; align-items: end; font-size: 0.9rem; padding: 3px 6px 0; }
        .row .track, .row .scale { grid-column: 1 / -1; grid-row: 2; }
        .scales .name, .scales .value { display: none; }
        .name { overflow-wrap: anywhere; line-height: 1.25; }
        .value { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; }
        .value small, td { font-variant-numeric: tabular-nums; }
        .value small { color: var(--soft); display: inline-block; min-width: 4.4rem; text-align: left; }
        .track { height: 18px; }
        .scale { height: 20px; }
        .published { font-weight: 650; }
        .published .dot { fill: var(--s0); }
        .published .range { stroke: var(--s0); }
        .dot { fill: var(--s6); }
        .range { stroke: var(--s6); stroke-width: 3; stroke-linecap: round; opacity: 0.55; }
        .grid { stroke: var(--grid); stroke-width: 1; }
        text { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
        .frame { height: 300px; margin-top: 18px; }
        .square .lines { max-width: 520px; }
        .square .frame { height: 380px; }
        .axis { font-size: 0.8rem; color: var(--soft); margin: 0; }
        .right { text-align: right; }
        .ideal { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 4; }
        .s0 { stroke: var(--s0); stroke-width: 3; }
        .s1 { stroke: var(--s1); stroke-width: 1.75; }
        .s2 { stroke: var(--s2); stroke-width: 1.75; stroke-dasharray: 8 3; }
        .s3 { stroke: var(--s3); stroke-width: 1.75; stroke-dasharray: 3 3; }
        .s4 { stroke: var(--s4); stroke-width: 1.75; stroke-dasharray: 10 3 2 3; }
        .s5 { stroke: var(--s5); stroke-width: 1.75; stroke-dasharray: 5 2; }
        .s6 { stroke: var(--s6); stroke-width: 1.75; stroke-dasharray: 1 3; }
        .s7 { stroke: var(--s7); stroke-width: 1.75; stroke-dasharray: 12 2 3 2; }
        .dot.s0 { fill: var(--s0); stroke: none; } .dot.s1 { fill: var(--s1); stroke: none; } .dot.s2 { fill: var(--s2); stroke: none; }
        .dot.s3 { fill: var(--s3); stroke: none; } .dot.s4 { fill: var(--s4); stroke: none; } .dot.s5 { fill: var(--s5); stroke: none; }
        .dot.s6 { fill: var(--s6); stroke: none; } .dot.s7 { fill: var(--s7); stroke: none; }
        .legend { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 8px 0 0; padding: 0; list-style: none; font-size: 0.85rem; }
        .legend li { display: flex; align-items: center; gap: 6px; }
        .legend svg { width: 34px; flex: none; }
        details { margin-top: 12px; font-size: 0.85rem; }
        summary { color: var(--soft); cursor: pointer; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin-top: 6px; }
        caption { text-align: left; color: var(--soft); padding-bottom: 4px; }
        th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--grid); text-align: right; white-space: nowrap; }
        th { text-align: left; font-weight: 600; }
        thead th { text-align: right; } thead th:first-child { text-align: left; }
        dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 6px 16px; font-size: 0.9rem; }
        dt { font-weight: 600; } dd { margin: 0; }
        @media (max-width: 640px) {
          main { padding: 20px 14px 40px; }
          .frame { height: 240px; } .square .frame { height: 300px; }
          dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
        }
        @media print {
          :root { --back: #fff; --card: #fff; --text: #000; --soft: #444; --grid: #ddd; --edge: #ccc;
            --s0: #1d5fd1; --s1: #b3541e; --s2: #0f766e; --s3: #7c3aed; --s4: #a21657; --s5: #4d6b12; --s6: #57606a; --s7: #8a6100; }
          body { font-size: 11pt; } main { max-width: none; padding: 0; } h2 { break-after: avoid; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }
        """;
}
