// Modals: the topmost of the stack in a native dialog, which keeps the focus inside and closes on Escape.

import { byId, fill, h, icon, toast } from './dom.js';
import { blocks } from './blocks.js';
import { act, sorry, state } from './state.js';
import { plain } from './text.js';

let shown = null; // { id, hash, fields }
let errors = {};

export function drawModal() {
  const dialog = byId('modal');
  const view = state.modals.at(-1);
  if (!view) {
    shown = null;
    if (dialog.open) dialog.close();
    return;
  }
  if (shown?.id === view.id && shown?.hash === view.hash) return;
  const entered = shown?.id === view.id ? read() : {};
  if (shown?.id !== view.id) errors = {};
  render(dialog, view, entered);
}

function render(dialog, view, entered) {
  const focused = document.activeElement?.closest?.('[data-block]')?.dataset.block;
  const context = {
    fields: [],
    errors,
    state: (block, element) => kept(view, block, element, entered),
    press: async (element, block, extra) => {
      const answer = await act('press', { view_id: view.id, action_id: element.action_id, block_id: block.block_id, values: read(), ...extra });
      if (!answer.ok) toast(sorry(answer));
    },
  };
  const depth = state.modals.length;
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); submit(view); } },
    h('header', {},
      depth > 1 && h('button', { type: 'button', class: 'icon', 'aria-label': 'Back', onclick: () => close(view) }, icon('back')),
      h('h2', { id: 'modal-title' }, plain(view.title.text)),
      h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onclick: () => close(view, true) }, icon('close'))),
    h('div', { class: 'body' }, h('p', { class: 'trouble', role: 'alert', hidden: true }), blocks(view.blocks, context)),
    h('footer', {},
      h('button', { type: 'button', class: 'button', onclick: () => close(view) }, plain(view.close?.text || 'Cancel')),
      view.submit && h('button', { type: 'submit', class: 'button primary', disabled: view.submit_disabled }, plain(view.submit.text))));
  const scrolled = shown?.id === view.id ? dialog.querySelector('.body')?.scrollTop || 0 : 0;
  fill(dialog, form);
  shown = { id: view.id, hash: view.hash, fields: context.fields };
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.body').scrollTop = scrolled;
  const bad = Object.keys(errors).length && dialog.querySelector('[aria-invalid]');
  const again = focused && dialog.querySelector(`[data-block="${CSS.escape(focused)}"] :is(input, textarea, select)`);
  const first = context.fields.find((field) => field.element.focus_on_load)?.control || dialog.querySelector('.body :is(input, textarea, select), .body button') || dialog.querySelector('footer .primary');
  (bad || again || first)?.focus();
  // The message stands below its field: both are to be seen.
  if (bad) bad.closest('[data-block]')?.scrollIntoView({ block: 'nearest' });
}

// What people entered wins over what the server last heard, while the field is the same.
function kept(view, block, element, entered) {
  const now = entered[block.block_id]?.[element.action_id];
  return now ?? view.state?.values?.[block.block_id]?.[element.action_id] ?? {};
}

// The values of all fields, in the form of Slack's view state.
function read() {
  const values = {};
  for (const { block, element, read: value } of shown?.fields || []) {
    const given = value();
    const key = KEYS[element.type] || 'value';
    const all = [...(element.options || []), ...(element.option_groups || []).flatMap((group) => group.options)];
    const named = (one) => all.find((option) => option.value === one) || null;
    let entry = given === '' ? null : given;
    if (key === 'selected_option') entry = named(given);
    if (key === 'selected_options') entry = given.map(named).filter(Boolean);
    (values[block.block_id] ||= {})[element.action_id] = { type: element.type, [key]: entry };
  }
  return values;
}

const KEYS = {
  static_select: 'selected_option', radio_buttons: 'selected_option', multi_static_select: 'selected_options', checkboxes: 'selected_options',
  users_select: 'selected_user', multi_users_select: 'selected_users', conversations_select: 'selected_conversation', channels_select: 'selected_channel',
  multi_conversations_select: 'selected_conversations', multi_channels_select: 'selected_channels', datepicker: 'selected_date',
  timepicker: 'selected_time', datetimepicker: 'selected_date_time', rich_text_input: 'rich_text_value', file_input: 'files',
};

async function submit(view) {
  const dialog = byId('modal');
  const button = dialog.querySelector('footer .primary');
  const values = read();
  button.setAttribute('aria-busy', 'true');
  const answer = await act('submit', { view_id: view.id, values });
  button.removeAttribute('aria-busy');
  if (answer.ok) return;
  if (answer.errors && !Array.isArray(answer.errors)) {
    errors = answer.errors;
    render(dialog, state.modals.at(-1) || view, values);
    return;
  }
  const trouble = dialog.querySelector('.trouble');
  trouble.textContent = sorry(answer);
  trouble.hidden = false;
}

async function close(view, all = false) {
  const answer = await act('close', { view_id: view.id, all });
  if (!answer.ok && answer.error !== 'view_not_found') toast(sorry(answer));
}

byId('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  const view = state.modals.at(-1);
  if (view) close(view);
});
