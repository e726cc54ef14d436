// How the page looks: one column that prints, two schemes with contrast for both, nothing from outside.
// Rule: no colour carries meaning alone; there is a word beside it.

export const style = `
:root{color-scheme:light dark;--paper:#fff;--text:#1a1a1a;--soft:#595959;--line:#8a8a8a;--rule:#c9c9c9;--band:#f3f5f7;
--a:#1f5f8b;--b:#a3430f;--more:#8a6100;--less:#1f6b3a;--link:#0b4f9e;--bad:#a30000;--badpaper:#fdeaea;--mark:#fff3c4}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--text:#eceff1;--soft:#b4bac0;--line:#8f969d;--rule:#42484f;
--band:#20242a;--a:#7fbfee;--b:#f0a070;--more:#e0b64f;--less:#7fce9c;--link:#8ec5ff;--bad:#ff9c9c;--badpaper:#3d1d1f;--mark:#4d431c}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:62rem;background:var(--paper);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0;text-wrap:balance;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.says{font-size:1.3rem;font-weight:600;margin:.5rem 0;text-wrap:balance}.side{display:inline-block;margin-right:1.5rem}.soft{color:var(--soft)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.3rem 0 1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{padding:.25rem .5rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
tbody th{font-weight:400}thead th{border-bottom:2px solid var(--line);vertical-align:bottom}tfoot th,tfoot td{border-top:2px solid var(--line);font-weight:600}
.n{text-align:right;white-space:nowrap}
tbody tr:nth-child(even){background:var(--band)}
.box{border:2px solid var(--line);padding:.5rem 1rem}.box h2{margin-top:.5rem}.box.bad{border-color:var(--bad);background:var(--badpaper)}
.bad strong{color:var(--bad)}
figure{margin:.5rem 0}svg{display:block;width:100%;height:auto}
blockquote{margin:.3rem 0;padding:.2rem .8rem;border-left:4px solid var(--line)}
.beside{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}.beside>*{min-width:0}
code,pre{font:.9rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
.was{text-decoration:line-through;text-decoration-color:var(--line)}
.key{display:inline-block;width:.8rem;height:.8rem;margin-right:.3rem}.key.a{background:var(--a)}.key.b{background:var(--b)}
nav ol{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem}nav li+li::before{content:"›";margin-right:.3rem}
button{font:inherit;padding:.3rem .8rem;border:1px solid var(--line);background:var(--band);color:var(--text)}
@media (max-width:40rem){.beside{grid-template-columns:1fr}th,td{padding:.2rem .3rem}}
@media print{body{max-width:none;font-size:10pt}:root{--paper:#fff;--text:#000;--soft:#333;--band:#fff;--a:#1f5f8b;--b:#a3430f;
--more:#8a6100;--less:#1f6b3a;--link:#000}a{color:#000;text-decoration:none}nav,button,.skip,.screen{display:none}
section{break-inside:auto}tr,figure{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
@media (prefers-reduced-motion:reduce){*{scroll-behavior:auto}}
`.trim();
