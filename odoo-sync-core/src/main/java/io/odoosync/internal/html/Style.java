package io.odoosync.internal.html;

/** How pages look: light and dark, on screens of any width, and on paper. */
final class Style {

  /** Colours of texts stand out 4.5 times from their ground, those of bars 3 times. */
  static final String SHEET =
      """
      :root {
        --ground: #ffffff; --card: #f6f7f9; --line: #d4d8de; --text: #1b1f24; --pale: #59626d;
        --good: #1a6b3c; --bad: #b3261e; --warn: #8a5300; --link: #1f5fa8;
        --created: #2f7d4f; --updated: #2b6cb0; --pulled: #7a4fb5; --conflicts: #b7791f;
        --unchanged: #8d96a1; --failed: #c5332a; --blocked: #b45309; --quarantined: #9d2b6b;
        --left: #6b5b4d; --none: #e3e6ea;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --ground: #14171b; --card: #1d2126; --line: #3a414a; --text: #e6e9ed; --pale: #a3adb8;
          --good: #6fcf97; --bad: #ff8a80; --warn: #f2b84b; --link: #8ab8f0;
          --created: #4fb37a; --updated: #5b9be0; --pulled: #a985e0; --conflicts: #d9a440;
          --unchanged: #77818d; --failed: #ee6a60; --blocked: #e08a3c; --quarantined: #d76aa5;
          --left: #a89684; --none: #2c323a;
        }
      }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--ground); color: var(--text);
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
      main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
      h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; padding-top: 1rem;
        border-top: 1px solid var(--line); }
      h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
      p { margin: .25rem 0; }
      code { font-family: ui-monospace, "Liberation Mono", Menlo, Consolas, monospace;
        font-size: .875em; color: var(--pale); overflow-wrap: anywhere; }
      bdi { overflow-wrap: anywhere; }
      th code, td code, th bdi { overflow-wrap: break-word; }
      .pale, caption { color: var(--pale); }
      .verdict { display: inline-block; margin: .5rem 0 0; padding: .15rem .7rem; border: 2px solid;
        border-radius: 1rem; font-weight: 600; }
      .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
      .tiles { display: grid; grid-template-columns: repeat(4, 1fr);
        gap: .75rem; margin: 1.25rem 0 0; padding: 0; }
      .tiles div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
        padding: .6rem .8rem; }
      .tiles dt { color: var(--pale); font-size: .875rem; }
      .tiles dd { margin: 0; font-size: 1.35rem; font-weight: 600;
        font-variant-numeric: tabular-nums; }
      .tiles .bad dd { color: var(--bad); }
      .card { background: var(--card); border: 1px solid var(--line); border-left-width: 4px;
        border-radius: .4rem; padding: .6rem .9rem; margin: .6rem 0; }
      .card.bad { border-left-color: var(--bad); color: inherit; }
      .card.warn { border-left-color: var(--warn); color: inherit; }
      .card .what { font-weight: 600; }
      .card .pale { font-size: .9rem; }
      svg.bar { display: block; width: 100%; height: 1.15rem; border-radius: .25rem; }
      svg.key { width: .75rem; height: .75rem; margin-right: .4rem; border-radius: 2px; }
      td svg.bar { min-width: 9rem; height: .8rem; }
      rect { stroke: var(--ground); stroke-width: 1; vector-effect: non-scaling-stroke; }
      .created { fill: var(--created); } .updated { fill: var(--updated); }
      .pulled { fill: var(--pulled); } .conflicts { fill: var(--conflicts); }
      .unchanged { fill: var(--unchanged); } .failed { fill: var(--failed); }
      .blocked { fill: var(--blocked); } .quarantined { fill: var(--quarantined); }
      .left { fill: var(--left); } .none { fill: var(--none); }
      ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem;
        margin: .4rem 0 0; padding: 0; font-size: .9rem; }
      .scroll { overflow-x: auto; margin: .75rem 0; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      caption { text-align: left; padding-bottom: .3rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
        border-bottom: 1px solid var(--line); }
      thead th { color: var(--pale); font-weight: 600; white-space: nowrap; }
      tbody th { font-weight: 500; }
      .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .zero { color: var(--pale); }
      tr.sum th, tr.sum td { border-top: 2px solid var(--line); font-weight: 600; }
      tr.this { background: var(--card); }
      table.values td { overflow-wrap: anywhere; min-width: 7rem; }
      table.values td.new { font-weight: 600; }
      time { white-space: nowrap; }
      footer { margin-top: 2.5rem; color: var(--pale); font-size: .875rem; }
      :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
      @media (max-width: 40rem) {
        main { padding: 1rem .9rem 2rem; }
        th, td { padding: .3rem .45rem; }
        .tiles { grid-template-columns: repeat(2, 1fr); }
      }
      @media print {
        :root { --ground: #ffffff; --card: #ffffff; --line: #b5bac1; --text: #000000;
          --pale: #444a51; --good: #1a6b3c; --bad: #b3261e; --warn: #8a5300;
          --created: #2f7d4f; --updated: #2b6cb0; --pulled: #7a4fb5; --conflicts: #b7791f;
          --unchanged: #8d96a1; --failed: #c5332a; --blocked: #b45309; --quarantined: #9d2b6b;
          --left: #6b5b4d; --none: #e3e6ea; }
        body { font-size: 10pt; }
        main { max-width: none; padding: 0; }
        rect, .card, .tiles div { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        .card, tr, .tiles, .stage { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        .scroll { overflow: visible; }
      }
      """;

  private Style() {}
}
