// The dialogs of a rater's page. What is typed in one is kept on the device until it is confirmed or cancelled: a tab that
// dies, or a key that closes the dialog, takes nothing along.
import { getJson, h, post } from './elements.js';
import { url, uuid } from './outbox.js';

const DEVIATIONS = ['REORDERED', 'SKIPPED', 'REWORDED', 'PROMPTED', 'EXTRA'];
const SPOKEN = ['REWORDED', 'PROMPTED', 'EXTRA']; // say what was said
const RECOMMENDATIONS = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES'];
const SHORTEST_REASON = 3;
const LONGEST_TEXT = 2_000;

function frame(heading, ...children) {
  const title = h('h2', { id: `live-${uuid()}` }, heading);
  const dialog = h('dialog', { class: 'live-dialog', 'aria-labelledby': title.id }, title, ...children);
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  return dialog;
}

const buttons = (...all) => h('div', { class: 'live-dialog-buttons' }, ...all);
const button = (style, text, onclick, testId) => h('button', { type: 'button', class: style, 'data-testid': testId, onclick }, text);

/** Keys and signs. */
export function helpDialog(page) {
  const rows = [[`1–${page.card.scale.length}`, 'rate'], ['N', 'not-asked'], ['A', 'not-assessed'], ['J → ↓', 'next'], ['K ← ↑', 'previous'],
    ['/', 'note'], ['Esc', 'leave'], ['T', 'ticks'], ['D', 'deviation'], ['W', 'blank'], ['?', 'help']];
  const dialog = frame(page.t('help'),
    h('dl', { class: 'live-keys' }, ...rows.flatMap(([key, text]) => [h('dt', {}, ...key.split(' ').map(one => h('kbd', {}, one))), h('dd', {}, page.t(`key.${text}`))])),
    h('h3', { class: 'live-small-heading' }, page.t('status')),
    h('dl', { class: 'live-keys' }, ...['saved', 'kept', 'unsaved'].flatMap(status => [
      h('dt', {}, h('span', { class: 'live-dot', 'data-status': status }, page.t(`status.${status}`))), h('dd', {}, page.t(`status.${status}.text`))])),
    buttons(button('live-submit', page.t('close'), () => dialog.close())));
  return dialog;
}

/** Where the interview left its plan; a draft belongs to a question. */
export function deviationDialog(page) {
  let question = null;
  const name = () => `deviation ${question}`;
  const keep = () => page.outbox.keepDialog(page.session, name(), text.value.trim() ? { kind: kind.value, text: text.value } : null);
  const kind = h('select', { 'aria-label': page.t('deviation.kind'), 'data-testid': 'deviation-kind', onchange: () => {
    says();
    keep();
  } }, ...DEVIATIONS.map(one => h('option', { value: one }, page.t(`deviation.${one}`))));
  const text = h('textarea', { class: 'live-note', id: 'live-deviation-text', maxlength: LONGEST_TEXT, rows: 3, 'data-testid': 'deviation-text', oninput: () => {
    text.setCustomValidity('');
    keep();
  } });
  const label = h('label', { class: 'live-small-heading', for: 'live-deviation-text' });
  const says = () => {
    label.textContent = page.t(`deviation.${kind.value}.text`);
    text.required = SPOKEN.includes(kind.value);
    text.setCustomValidity('');
  };
  const forget = () => {
    text.value = '';
    keep();
  };
  const save = () => {
    if (text.required && !text.value.trim()) {
      text.setCustomValidity(page.t('deviation.missing'));
      text.reportValidity();
      return;
    }
    page.outbox.put(page.session, page.entry({ type: 'deviation', question, kind: kind.value, text: text.value.trim() }));
    forget();
    element.close();
    page.say(page.t('said.deviation', page.t(`deviation.${kind.value}`)));
  };
  const element = frame(page.t('deviation'), kind, label, text,
    buttons(button('live-other', page.t('cancel'), () => {
      forget();
      element.close();
    }, 'deviation-cancel'), button('live-submit', page.t('deviation.save'), save, 'deviation-save')));
  element.addEventListener('close', () => page.paint());
  return {
    element,
    open(of) {
      question = of;
      const draft = page.outbox.dialog(page.session, name());
      kind.value = draft?.kind ?? 'REWORDED';
      text.value = draft?.text ?? '';
      says();
      element.showModal();
    }
  };
}

/** The link for the candidate. */
export function screenDialog(page) {
  const link = h('input', { class: 'live-link-field', readonly: true, 'aria-label': page.t('screen.link'), 'data-testid': 'candidate-link', onfocus: event => event.target.select() });
  const said = h('p', { class: 'muted', role: 'status' });
  const qr = h('img', { class: 'live-qr', alt: page.t('screen.qr'), 'data-testid': 'candidate-qr', hidden: true });
  const path = `api/sessions/${page.session}/candidate-link`;
  const hour = time => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  let exists = false;

  /** Shows a link that was made just now, or none. */
  function show(made) {
    link.value = made ? url(made.path) : '';
    link.hidden = !made;
    qr.hidden = !made;
    if (made) qr.src = `data:image/svg+xml,${encodeURIComponent(made.qr)}`;
    else qr.removeAttribute('src');
  }

  /** What can be done depends on whether there is a link. */
  function offer(there) {
    exists = there;
    ending.hidden = !there;
    making.textContent = page.t(there ? 'screen.new' : 'screen.first');
    making.className = there ? 'live-other' : 'live-submit';
    closing.className = there ? 'live-submit' : 'live-other';
  }

  async function make() {
    const replaced = exists;
    // Of two clicks at once each would make a link, and the one that is shown might be the one that has ended.
    making.disabled = true;
    const made = await post(path, { base: url('') }).catch(() => null);
    making.disabled = false;
    if (!made) {
      said.textContent = page.t('no-answer');
      return;
    }
    show(made);
    offer(true);
    link.focus();
    const words = [page.t('screen.made', hour(made.expiresAt))];
    if (replaced) words.push(page.t('screen.replaced'));
    said.textContent = words.join(' ');
    await navigator.clipboard?.writeText(link.value).then(() => {
      said.textContent = [...words, page.t('screen.copied')].join(' ');
    }).catch(() => {});
  }

  async function end() {
    const answer = await fetch(url(path), { method: 'DELETE', headers: { 'X-Planner': 'live' } }).catch(() => null);
    said.textContent = page.t(answer?.ok ? 'screen.ended' : 'no-answer');
    if (!answer?.ok) return;
    show(null);
    offer(false);
    making.focus();
  }

  /** Somebody else on the panel may have made a link, or ended the one that stands here. */
  async function look() {
    making.disabled = true;
    try {
      const { expiresAt } = await getJson(path);
      if (!expiresAt) show(null);
      else if (!link.value) said.textContent = page.t('screen.works', hour(expiresAt));
      offer(Boolean(expiresAt));
    } catch {
      said.textContent = page.t('no-answer');
    }
    making.disabled = false;
  }

  const ending = button('live-other', page.t('screen.end'), end, 'candidate-link-end');
  const making = button('live-other', '', make, 'candidate-link-new');
  const closing = button('live-other', page.t('close'), () => element.close());
  const element = frame(page.t('screen.heading'), h('p', {}, page.t('screen.text')), link, qr, said, buttons(ending, making, closing));
  show(null);
  offer(false);
  return {
    element,
    open() {
      said.textContent = '';
      element.showModal();
      look();
    }
  };
}

/** The end of one's own scorecard; the recommendation opens when every question has a word. */
export function submitDialog(page) {
  const DRAFT = 'submission';
  const open = h('p', { class: 'live-banner warn' });
  const evidence = h('p', { class: 'live-banner bad', 'data-testid': 'submit-evidence' });
  const closed = h('p', { class: 'muted', 'data-testid': 'recommendation-closed' }, page.t('recommendation.closed'));
  const chosen = () => choices.querySelector('input:checked')?.value ?? null;
  const keep = () => page.outbox.keepDialog(page.session, DRAFT, chosen() || reason.value.trim() ? { recommendation: chosen(), reason: reason.value } : null);
  const choices = h('div', { class: 'live-recommendations', role: 'radiogroup', 'aria-label': page.t('recommendation'), onchange: () => keep() },
    ...RECOMMENDATIONS.map(value => h('label', {}, h('input', { type: 'radio', name: 'recommendation', value, 'data-testid': `recommend-${value}` }), page.t(`recommendation.${value}`))));
  const reason = h('textarea', { class: 'live-note', maxlength: LONGEST_TEXT, rows: 3, placeholder: page.t('recommendation.reason'), 'aria-label': page.t('recommendation.reason'), 'data-testid': 'recommendation-reason', oninput: () => {
    reason.setCustomValidity('');
    keep();
  } });
  const box = h('div', {}, h('h3', { class: 'live-small-heading' }, page.t('recommendation')), choices, reason);
  const fill = draft => {
    choices.querySelectorAll('input').forEach(one => {
      one.checked = one.value === draft?.recommendation;
    });
    reason.value = draft?.reason ?? '';
  };
  const forget = () => {
    fill(null);
    keep();
  };

  function submit() {
    const recommendation = box.hidden ? null : chosen();
    if (recommendation && reason.value.trim().length < SHORTEST_REASON) {
      reason.setCustomValidity(page.t('recommendation.missing'));
      reason.reportValidity();
      return;
    }
    page.commitNotes();
    page.outbox.put(page.session, page.entry({ type: 'submission', recommendation, reason: box.hidden ? '' : reason.value.trim() }));
    forget();
    element.close();
    page.paint();
  }

  const confirm = button('live-submit', page.t('submit.confirm'), submit, 'submit-confirm');
  const element = frame(page.t('submit.heading'), h('p', {}, page.t('submit.text')), open, evidence, closed, box,
    buttons(button('live-other', page.t('cancel'), () => {
      forget();
      element.close();
    }, 'submit-cancel'), confirm));
  return {
    element,
    open() {
      page.commitNotes();
      fill(page.outbox.dialog(page.session, DRAFT));
      const unrated = page.questions.filter(question => !page.rating(question.id));
      open.hidden = unrated.length === 0;
      open.textContent = page.t('submit.open', unrated.map(question => question.position).join(', '));
      box.hidden = unrated.length > 0;
      closed.hidden = unrated.length === 0;
      const unproved = page.questions.filter(question => page.lacksEvidence(question.id));
      evidence.hidden = unproved.length === 0;
      evidence.textContent = page.t('submit.evidence', unproved.map(question => question.position).join(', '));
      confirm.disabled = unproved.length > 0;
      element.showModal();
    }
  };
}
