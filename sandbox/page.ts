/** The sandbox's own page: what it is, and where to look. */
export const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kaleyra sandbox</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
  code { background: #8882; padding: 0 .25em; border-radius: 3px }
  :root { color-scheme: light dark }
</style>
<h1>Kaleyra sandbox</h1>
<p>A stand-in for Kaleyra's lookups, as its documents describe them. Nothing leaves this machine,
nothing costs money, and the answers are invented: each number always gets the same one.</p>
<h2>What it serves</h2>
<ul>
  <li><code>POST /v1/{sid}/rcs/lookup/bulk</code></li>
  <li><code>POST /v1/{sid}/rcs/lookup</code></li>
  <li><code>GET /v1/{sid}/rcs/lookup/{number}</code></li>
  <li><code>POST /v1/{sid}/lookup</code></li>
  <li><code>GET /api/v1/{sid}/lookup/get-info/{id}</code></li>
</ul>
<p>Any SID works, with the header <code>api-key: sandbox-key</code>.</p>
<h2>How it is controlled</h2>
<ul>
  <li><a href="/sandbox/log"><code>GET /sandbox/log</code></a>: what it served and billed;
    <code>DELETE</code> clears it</li>
  <li><a href="/sandbox/settings"><code>GET /sandbox/settings</code></a>: latency, key and faults;
    <code>PUT</code> changes them</li>
  <li><code>GET /sandbox/numbers/{number}</code>: the answer for one number, and how often it was
    asked and billed</li>
</ul>
</html>
`;
