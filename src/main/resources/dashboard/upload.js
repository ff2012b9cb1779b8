// Reads a help desk's file, asks which column is what, and sends it on in batches.

const BATCH = 1000;
const MOST_SHOWN = 200;
// What a ticket has, how people call it, and the names by which a column is recognised.
const FIELDS = [
  ['external_id', 'Ticket number', true, /^(ticket )?(id|number|no|key)$|external.?id|ticket.?id/i],
  ['opened_at', 'Opened', true, /created|opened/i],
  ['updated_at', 'Last changed', false, /updated|changed|modified/i],
  ['solved_at', 'Solved', false, /solved|resolved|closed/i],
  ['kind', 'Kind', false, /^(kind|type|category|topic)$|ticket.?type/i],
  ['priority', 'Priority', false, /priority|urgency/i],
  ['tier', 'Customer tier', false, /tier|segment|plan/i],
  ['channel', 'Channel', false, /channel|via/i],
  ['team', 'Team', false, /^(team|group)( name)?$/i],
  ['agent', 'Agent', false, /assignee|agent|owner/i],
  ['csat', 'Satisfaction, 1 to 5', false, /csat|satisfaction|rating/i],
  ['first_contact', 'Solved at first contact', false, /first.?contact|fcr|one.?touch/i],
  ['escalated', 'Escalated', false, /escalat/i],
  ['reopened', 'Opened again', false, /re.?open/i],
  ['manager', 'A manager stepped in', false, /manager/i],
  ['handle_minutes', 'Handling time in minutes', false, /handl/i],
  ['reference', 'What agents call it', false, /reference/i],
];
const byId = (id) => document.getElementById(id);
const choose = byId('choose');
const map = byId('map');
let file = null;

choose.addEventListener('submit', (event) => event.preventDefault());
choose.elements.file.addEventListener('change', () => {
  file = choose.elements.file.files[0] || null;
  map.hidden = true;
  if (!file) return;
  Papa.parse(file, {
    header: true, preview: 3, skipEmptyLines: 'greedy',
    complete: ({ meta, data }) => ask(meta.fields || [], data),
    error: (why) => { byId('missing').textContent = `The file cannot be read: ${why.message}`; },
  });
});

function ask(columns, examples) {
  const taken = new Set();
  byId('seen').textContent = `${columns.length} columns. What is left empty is not sent.`;
  byId('fields').replaceChildren(...FIELDS.map(([field, label, needed, known]) => {
    const guess = columns.find((column) => !taken.has(column) && known.test(column.trim()));
    if (guess) taken.add(guess);
    const select = document.createElement('select');
    select.name = field;
    select.append(new Option('–', ''), ...columns.map((column) => new Option(example(column, examples), column, false, column === guess)));
    const box = document.createElement('label');
    box.append(needed ? `${label} (required)` : label, select);
    return box;
  }));
  map.hidden = false;
  byId('missing').textContent = '';
  map.querySelector('select').focus();
}

function example(column, examples) {
  const value = examples.map((row) => row[column]).find((it) => it);
  return value ? `${column} (${value.slice(0, 30)})` : column;
}

map.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = FIELDS.map(([field]) => [field, map.elements[field].value]).filter(([, column]) => column);
  const missing = FIELDS.filter(([field, , needed]) => needed && !map.elements[field].value).map(([, label]) => label);
  byId('missing').textContent = missing.length ? `Choose a column for: ${missing.join(', ')}.` : '';
  if (missing.length === 0 && choose.reportValidity()) bring(chosen);
});

function bring(chosen) {
  const tally = { received: 0, stored: 0, unchanged: 0, refused: 0 };
  const rows = byId('refused').querySelector('tbody');
  rows.replaceChildren();
  byId('refused').hidden = true;
  byId('going').hidden = false;
  byId('going').scrollIntoView();
  map.querySelector('button').disabled = true;
  const changed = new Date(file.lastModified).toISOString();
  let waiting = [];
  let line = 1;
  let first = 2;
  const end = (words) => {
    byId('said').textContent = words;
    map.querySelector('button').disabled = false;
  };
  const send = async () => {
    const batch = waiting;
    const from = first;
    waiting = [];
    first = line + 1;
    const answer = await fetch('/dashboard/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Csrf': byId('main').dataset.csrf },
      body: JSON.stringify({ source: choose.elements.source.value, tickets: batch }),
    });
    const receipt = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(receipt.message || `the server answers ${answer.status}`);
    tally.received += receipt.received;
    tally.stored += receipt.stored;
    tally.unchanged += receipt.unchanged;
    tally.refused += receipt.rejected.length;
    for (const bad of receipt.rejected) {
      if (rows.rows.length >= MOST_SHOWN) break;
      const row = rows.insertRow();
      [from + bad.row - 1, bad.external_id, bad.field, bad.why].forEach((value) => { row.insertCell().textContent = value; });
      byId('refused').hidden = false;
    }
  };
  const told = () => `${tally.received} lines: ${tally.stored} taken in, ${tally.unchanged} known already, ${tally.refused} refused.`;
  Papa.parse(file, {
    header: true, skipEmptyLines: 'greedy',
    step: (result, parser) => {
      line += 1;
      const ticket = {};
      chosen.forEach(([field, column]) => { ticket[field] = result.data[column]; });
      if (!ticket.updated_at) ticket.updated_at = changed;
      waiting.push(ticket);
      if (waiting.length < BATCH) return;
      parser.pause();
      send().then(() => {
        byId('bar').value = Math.min(99, (100 * result.meta.cursor) / file.size);
        byId('said').textContent = told();
        parser.resume();
      }).catch((why) => { parser.abort(); end(`Stopped after ${told()} ${why.message}`); });
    },
    complete: (results) => {
      if (results.meta.aborted) return;
      (waiting.length ? send() : Promise.resolve()).then(() => {
        byId('bar').value = 100;
        end(`Done. ${told()}${tally.refused > MOST_SHOWN ? ` The first ${MOST_SHOWN} refused lines are below.` : ''}`);
      }).catch((why) => end(`Stopped after ${told()} ${why.message}`));
    },
    error: (why) => end(`The file cannot be read: ${why.message}`),
  });
}
