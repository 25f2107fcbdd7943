// Typing in after an interview on paper: all questions in the order of the paper, Tab from field to field, the same
// outbox and the same ledger as the live page.
import { submitDialog } from './dialogs.js';
import { h, write } from './elements.js';
import { LiveSession, NOTE_LENGTH } from './live-session.js';
import { besideBox, fullNote, paintBeside } from './note-extras.js';

class PaperSession extends LiveSession {
  build() {
    const p = this.parts = {};
    p.candidate = h('h1', { class: 'live-candidate' });
    p.set = h('span', { class: 'live-set muted' });
    p.saved = h('span', { class: 'pill live-saved', role: 'status', 'data-testid': 'saved-state' });
    p.progress = h('span', { class: 'numeric', 'data-testid': 'progress' });
    p.bar = h('header', { class: 'live-bar' }, h('a', { class: 'live-back', 'router-ignore': true, href: 'sessions' }, '‹ ', this.t('back')),
      h('div', { class: 'live-who' }, p.candidate, p.set), p.progress, p.saved);
    p.banner = h('div', { class: 'live-banners' });
    p.live = h('div', { class: 'live-announce', 'aria-live': 'polite' });
    p.submit = h('button', { class: 'live-submit', type: 'button', 'data-testid': 'submit', onclick: () => p.submitDialog.open() }, this.t('submit'));
    p.debrief = h('a', { class: 'button-link primary', 'router-ignore': true, href: `sessions/${this.session}/debrief`, 'data-testid': 'to-debrief' }, this.t('debrief'));
    p.submitDialog = submitDialog(this);
    const legend = this.card.scale.map((label, index) => `${index + 1} ${label}`);
    const list = h('ol', { class: 'paper-list' });
    let section = null;
    p.rows = this.questions.map(question => {
      if (question.section !== section) {
        section = question.section;
        list.append(h('li', { class: 'live-small-heading paper-section' }, section));
      }
      const word = h('input', { class: 'paper-word', maxlength: 1, autocomplete: 'off', inputmode: 'text', 'data-testid': `word-${question.position}`,
        'aria-label': this.t('paper.word', question.position) });
      word.addEventListener('input', () => this.word(question, word));
      word.addEventListener('focus', () => word.select());
      const note = h('textarea', { class: 'live-note paper-note', rows: 1, maxlength: NOTE_LENGTH, 'data-testid': `note-${question.position}`,
        'aria-label': this.t('paper.note', question.position), placeholder: this.t('note') });
      note.addEventListener('input', () => this.typed(question.id, note.value));
      note.addEventListener('blur', () => this.commitNote(question.id));
      const label = h('span', { class: 'paper-label muted' });
      const dot = h('span', { class: 'live-dot' });
      list.append(h('li', { class: 'paper-row' }, h('span', { class: 'paper-number numeric muted' }, `${question.position}.`),
        h('div', { class: 'markdown paper-question', html: question.html }), word, label, note, dot, fullNote(note, this)));
      const beside = besideBox();
      list.lastChild.append(beside);
      return { question, word, note, label, dot, beside };
    });
    const session = h('textarea', { class: 'live-note paper-note', rows: 2, maxlength: NOTE_LENGTH, 'data-testid': 'session-note', 'aria-label': this.t('session-note'), placeholder: this.t('session-note.placeholder') });
    session.addEventListener('input', () => this.typed(null, session.value));
    session.addEventListener('blur', () => this.commitNote(null));
    p.sessionNote = session;
    p.columns = h('section', { class: 'paper', 'aria-label': this.t('paper') },
      h('p', { class: 'muted' }, this.t('paper.text', legend.join(', '))), list,
      h('label', { class: 'live-small-heading' }, this.t('session-note')), session, fullNote(session, this), p.sessionBeside = besideBox(),
      h('div', { class: 'live-end' }, p.submit, p.debrief));
    p.start = h('section', { class: 'live-start panel' });
    this.replaceChildren(p.bar, p.banner, p.start, p.columns, p.live, p.submitDialog.element);
  }

  word(question, field) {
    const key = field.value.trim().toUpperCase();
    const step = Number(key);
    this.current = this.questions.indexOf(question);
    const rating = key === '' ? { kind: 'CLEARED' } : key === 'N' ? { kind: 'NOT_ASKED' } : key === 'A' ? { kind: 'NOT_ASSESSED' }
      : step >= 1 && step <= this.card.scale.length ? { kind: 'RATED', step } : null;
    field.setAttribute('aria-invalid', String(rating === null));
    if (!rating || !this.open || this.submitted()) return;
    const before = this.rating(question.id);
    const same = rating.kind === 'CLEARED' ? !before : before?.kind === rating.kind && (before.step ?? null) === (rating.step ?? null);
    if (!same) this.outbox.put(this.session, this.entry({ type: 'rating', question: question.id, ...rating }));
    this.paint();
  }

  show(index) {
    this.current = Math.max(0, index);
    this.shownAt = performance.now();
    this.paint();
  }

  key() {}

  tick() {}

  advise() {}

  paint() {
    const p = this.parts;
    if (!p) return;
    const { progress } = this;
    const locked = this.submitted() || !this.open;
    write(p.candidate, progress.candidate || this.t('rehearsal'));
    this.paintSet();
    p.start.hidden = progress.state !== 'PLANNED';
    p.columns.hidden = progress.state === 'PLANNED';
    if (progress.state === 'PLANNED') this.paintStart();
    let done = 0;
    for (const { question, word, note, label, beside } of p.rows) {
      paintBeside(beside, this.server.beside[question.id], this);
      const rating = this.rating(question.id);
      if (rating) done++;
      const shown = !rating ? '' : rating.kind === 'RATED' ? String(rating.step) : rating.kind === 'NOT_ASKED' ? 'N' : 'A';
      if (document.activeElement !== word || word.getAttribute('aria-invalid') !== 'true') {
        if (word.value.trim().toUpperCase() !== shown) word.value = shown;
      }
      write(label, rating ? this.label(rating.kind, rating.step) : '');
      word.readOnly = locked;
      this.fill(note, question.id, locked);
    }
    this.fill(p.sessionNote, null, locked);
    paintBeside(p.sessionBeside, this.server.beside[''], this);
    write(p.progress, this.t('progress', done, this.questions.length));
    p.submit.hidden = locked;
    p.debrief.hidden = !progress.submitted;
    this.paintStatus();
  }

  fill(field, question, locked) {
    const note = this.notes.get(question);
    if (!note.dirty && field.value !== note.text) field.value = note.text;
    field.readOnly = locked;
  }

  paintStatus() {
    const p = this.parts;
    if (!p) return;
    for (const { question, dot } of p.rows) {
      const status = this.status(question.id);
      dot.dataset.status = status;
      write(dot, status ? this.t(`status.${status}`) : '');
    }
    this.paintSaved();
  }
}

customElements.define('paper-session', PaperSession);
