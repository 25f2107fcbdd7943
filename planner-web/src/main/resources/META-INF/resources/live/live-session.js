// The live page of a rater. It draws itself from JSON, takes every key and click by itself and hands what is entered to
// the outbox: no entry waits for the server, and none is lost when the server goes.
import { deviationDialog, helpDialog, screenDialog, submitDialog } from './dialogs.js';
import { clock, getJson, h, isNews, post, write } from './elements.js';
import { besideBox, fullNote, paintBeside } from './note-extras.js';
import { showNotices } from './notices.js';
import { Outbox, url, uuid, whoAmI } from './outbox.js';

const VERSION_MS = 2_000;
export const NOTE_LENGTH = 20_000;
const STATUS_ORDER = ['refused', 'unsaved', 'kept', 'saved'];
const ADVICE_MS = 20_000;
const PAUSE_SECONDS = 300;
const LEAST_SHORTAGE = 1; // minutes; the server goes by the same
// The reasons for a refusal that go away when the scorecard is opened.
const SHUT = ['SUBMITTED', 'CLOSED', 'NOT_STARTED'];
const MOST_LOOKS = 5;
// Most entries are stored before this is over: then one picture less is drawn.
const KEPT_MS = 120;
const narrow = matchMedia('(max-width: 900px)');

const lineName = (question, point) => point === undefined ? question : `${question} ${point}`;
const minutes = seconds => Math.max(1, Math.round(seconds / 60));
// Vaadin's client loads the page anew once its heartbeat finds a server that has forgotten it, in the middle of a word.
// While a page of ours is there, its heart beats against something that every server has.
const openRequest = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function open(method, address, ...rest) {
  const quiet = String(address).includes('v-r=heartbeat') && document.querySelector('live-session, paper-session');
  return quiet ? openRequest.call(this, 'GET', url('icon.svg'), ...rest) : openRequest.call(this, method, address, ...rest);
};

export class LiveSession extends HTMLElement {
  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.session = this.getAttribute('session');
    this.texts = JSON.parse(this.getAttribute('texts') || '{}');
    this.spent = new Map();
    this.notes = new Map();
    this.append(h('p', { class: 'live-loading', role: 'status' }, this.t('loading')));
    this.begin();
  }

  disconnectedCallback() {
    this.gone?.abort();
    this.stream?.close();
    clearInterval(this.ticker);
  }

  t(key, ...values) {
    const text = this.texts[key] ?? key;
    return text.replace(/\{(\d)\}/g, (all, index) => values[index] ?? all);
  }

  async begin() {
    try {
      const me = await whoAmI();
      if (me === null) return this.toLogin();
      this.outbox = await Outbox.open(me.id, true);
      const card = await getJson(`api/sessions/${this.session}/scorecard`);
      this.accept(card);
    } catch (problem) {
      if (problem.status === 401) return this.toLogin();
      if (problem.status === 404) return this.replaceChildren(h('p', { class: 'live-loading', role: 'alert' }, this.t('gone')));
      this.querySelector('.live-loading').textContent = this.t('away');
      setTimeout(() => this.begin(), 700);
      return;
    }
    this.current = this.firstQuestion();
    this.build();
    this.listen();
    this.ticker = setInterval(() => this.tick(), 1000);
    this.show(this.current, false);
    this.advise(true);
    this.setAttribute('ready', '');
  }

  toLogin() {
    location.reload(); // the server shows the log-in page and comes back here
  }

  // ---- what is known

  accept(card) {
    this.card = card;
    this.questions = card.questions;
    this.take(card.progress);
    this.server = { ratings: card.ratings, heard: card.heard, notes: card.notes, deviations: card.deviations,
      beside: card.beside, latest: card.latest };
    for (const question of [...this.questions.map(question => question.id), null]) this.adoptNote(question);
  }

  take(progress) {
    this.progress = progress;
    this.offset = Date.parse(progress.now) - Date.now();
  }

  now() {
    return Date.now() + this.offset;
  }

  get open() {
    return this.progress.open;
  }

  pending(type, question) {
    return this.outbox.of(this.session).filter(item => item.entry.type === type
      && (question === undefined || (item.entry.question ?? null) === question));
  }

  /** The word on a question as it stands: the latest waiting one, else the stored one. */
  rating(question) {
    const item = this.pending('rating', question).filter(one => one.status !== 'refused').at(-1);
    if (item) return item.entry.kind === 'CLEARED' ? null : item.entry;
    return this.server.ratings[question] ?? null;
  }

  heard(question) {
    const points = new Set(this.server.heard[question] ?? []);
    for (const { entry, status } of this.pending('tick', question)) {
      if (status !== 'refused') points[entry.heard ? 'add' : 'delete'](entry.point);
    }
    return points;
  }

  submitted() {
    return this.progress.submitted || this.pending('submission').some(item => item.status !== 'refused');
  }

  /** The worst status of what was entered for a question. */
  status(question) {
    const waiting = this.outbox.of(this.session).filter(item => (item.entry.question ?? null) === question);
    const note = this.notes.get(question);
    const all = waiting.map(item => item.status);
    if (note?.dirty) all.push(this.outbox.keeps && note.drafted ? 'kept' : 'unsaved');
    if (all.length) return STATUS_ORDER.find(status => all.includes(status));
    const stored = this.server.ratings[question] || this.server.notes[question ?? '']?.text || this.server.heard[question]?.length;
    return stored ? 'saved' : '';
  }

  /** Whether a rating at an end of the scale has no note, where notes are asked for. */
  lacksEvidence(question) {
    if (!this.card.evidence) return false;
    const rating = this.rating(question);
    return rating?.kind === 'RATED' && (rating.step === 1 || rating.step === this.card.scale.length)
      && !this.notes.get(question).text.trim();
  }

  firstQuestion() {
    const slot = this.progress.asking && this.progress.currentSlot;
    const remembered = Number(sessionStorage.getItem(`slot ${this.session}`));
    const at = this.questions.findIndex(question => question.position === (slot || remembered));
    if (at >= 0) return at;
    const open = this.questions.findIndex(question => !this.rating(question.id));
    return open >= 0 ? open : 0;
  }

  // ---- notes

  /** Takes over the stored text unless something is typed here that is not stored yet. */
  adoptNote(question) {
    const note = this.notes.get(question) ?? { text: '', base: null, dirty: false, version: 0 };
    this.notes.set(question, note);
    const waiting = this.pending('note', question).at(-1);
    if (waiting) {
      if (!note.dirty && note.base !== waiting.entry.id) Object.assign(note, { text: waiting.entry.text, base: waiting.entry.id });
      return;
    }
    const stored = this.server.notes[question ?? ''];
    if (stored && !note.dirty && stored.id !== note.base) Object.assign(note, { text: stored.text, base: stored.id });
  }

  typed(question, text) {
    const note = this.notes.get(question);
    note.text = text;
    note.dirty = true;
    note.drafted = false;
    const version = ++note.version;
    note.since ??= performance.now();
    this.keepDraft(question, note);
    clearTimeout(note.timer);
    note.timer = setTimeout(() => this.commitNote(question),
      Math.max(0, VERSION_MS - (performance.now() - note.since)));
    if (this.parts.evidence && question === this.questions[this.current].id) this.parts.evidence.hidden = !this.lacksEvidence(question);
    this.paintStatus();
    return version;
  }

  /** One draft at a time goes to the device; the latest always does. */
  async keepDraft(question, note) {
    if (note.drafting) {
      note.again = true;
      return;
    }
    note.drafting = true;
    do {
      note.again = false;
      const { version, text, base } = note;
      const kept = await this.outbox.draft(this.session, question, version, text, base);
      note.drafted = kept && version === note.version;
    } while (note.again);
    note.drafting = false;
    this.paintStatus();
  }

  commitNote(question) {
    const note = this.notes.get(question);
    if (!note?.dirty) return;
    clearTimeout(note.timer);
    note.dirty = false;
    note.since = undefined;
    const entry = this.entry({ type: 'note', question, text: note.text, base: note.base });
    note.base = entry.id;
    this.outbox.put(this.session, entry,
      { key: this.outbox.draftKey(this.session, question), version: note.version });
  }

  commitNotes() {
    for (const question of this.notes.keys()) this.commitNote(question);
  }

  // ---- entering

  /** A word on a rating or a tick says over which line it was entered, should it travel in a file. */
  entry(parts) {
    const over = parts.type === 'rating' || parts.type === 'tick' ? { over: this.lineOn(parts) } : {};
    return { id: uuid(), at: new Date().toISOString(), ...over, ...parts };
  }

  lineOn({ type, question, point }) {
    const waiting = this.pending(type, question).findLast(item => item.status !== 'refused' && item.entry.point === point);
    return waiting?.entry.id ?? this.server.latest[lineName(question, point)] ?? null;
  }

  rate(kind, step) {
    if (!this.open || this.submitted()) return;
    const question = this.questions[this.current].id;
    const before = this.rating(question);
    const same = before && before.kind === kind && (before.step ?? null) === (step ?? null);
    this.outbox.put(this.session, this.entry(same
      ? { type: 'rating', question, kind: 'CLEARED' }
      : { type: 'rating', question, kind, step }));
    this.undone = null;
    this.paintNow();
    this.say(same ? this.t('said.cleared') : this.t('said.rated', this.label(kind, step)));
    if (this.lacksEvidence(question)) this.say(this.t('evidence'));
  }

  tickPoint(point, heard) {
    if (!this.open || this.submitted()) return;
    this.outbox.put(this.session, this.entry({ type: 'tick', question: this.questions[this.current].id, point, heard }));
  }

  label(kind, step) {
    return kind === 'RATED' ? this.card.scale[step - 1] : this.t(`kind.${kind}`);
  }

  // ---- moving

  show(index, tell = true) {
    if (index < 0 || index >= this.questions.length) return;
    if (index !== this.current) this.commitNote(this.questions[this.current].id);
    this.current = index;
    this.shownAt = performance.now();
    sessionStorage.setItem(`slot ${this.session}`, this.questions[index].position);
    this.drawQuestion();
    this.paint();
    if (tell) {
      this.position(this.questions[index].position);
      this.advise();
    }
  }

  position(slot) {
    if (!this.progress.asking || this.progress.state !== 'LIVE') return;
    this.blank = slot === null;
    this.wanted = slot;
    if (this.telling) return;
    this.telling = true;
    const go = async () => {
      let sent;
      do {
        sent = this.wanted;
        await post(`api/sessions/${this.session}/position`, { slot: sent }).catch(() => {});
      } while (sent !== this.wanted);
      this.telling = false;
    };
    go();
  }

  // ---- hearing of changes

  listen() {
    this.gone = new AbortController();
    const { signal } = this.gone;
    this.outbox.addEventListener('change', event => this.outboxChanged(event.detail), { signal });
    addEventListener('keydown', event => this.key(event), { signal });
    narrow.addEventListener('change', () => {
      if (this.parts?.agendaBox) this.parts.agendaBox.open = !narrow.matches;
    }, { signal });
    addEventListener('beforeunload', event => {
      this.commitNotes();
      if (this.outbox.of(this.session).length || this.outbox.hasUnkeptDialog(this.session)) event.preventDefault();
    }, { signal });
    addEventListener('pagehide', () => this.commitNotes(), { signal });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.commitNotes();
      else this.reread();
    }, { signal });
    this.openStream();
  }

  openStream() {
    this.stream?.close();
    this.stream = new EventSource(url(`api/sessions/${this.session}/events?page=${this.outbox.tab}`));
    this.stream.addEventListener('changed', event => {
      // What this tab has sent it hears from the answer; a stream that comes from another node tells of it, too.
      const { entry } = JSON.parse(event.data || '{}');
      if (!entry || !this.outbox.sent.has(entry)) this.reread();
    });
    this.stream.addEventListener('open', () => {
      this.outbox.flush();
      this.reread();
    });
    this.stream.addEventListener('error', () => {
      // The browser gives up for good after an answer that is no stream, such as 401 or 503.
      if (this.stream.readyState === EventSource.CLOSED) this.listenAgain();
    });
  }

  /** Whoever may not go on sees nothing any more, unless something of theirs still waits here. */
  async listenAgain() {
    const me = await whoAmI().catch(() => undefined);
    const waits = this.outbox.items.length > 0 || [...this.notes.values()].some(note => note.dirty);
    if (me === null && !waits) this.toLogin();
    else setTimeout(() => this.isConnected && this.openStream(), 700);
  }

  /** Reads again; several calls while one runs make one more. */
  async reread() {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    do {
      this.readAgain = false;
      const mark = this.mark = (this.mark ?? 0) + 1;
      try {
        const card = await getJson(`api/sessions/${this.session}/scorecard`);
        // An answer that was asked for before the latest confirmation is older than what we know.
        if (mark === this.mark) this.accept(card); else this.readAgain = true;
        // This page need not have seen that nothing was taken for a while.
        if (this.open) this.outbox.retry(...SHUT);
        this.paint();
      } catch (problem) {
        console.debug('Not read again.', problem);
      }
    } while (this.readAgain);
    this.reading = false;
  }

  outboxChanged(item) {
    if (item && item.session !== this.session) return;
    if (item?.status === 'saved') {
      this.mark = (this.mark ?? 0) + 1;
      this.store(item);
      // The server's advice goes by what has arrived.
      if (item.entry.type === 'rating') this.advise();
    }
    // Opened again while the refusal was on its way, perhaps: look, but not for ever.
    if (item?.status === 'refused' && this.open && SHUT.includes(item.reason) && item.attempts < MOST_LOOKS) this.reread();
    if (item?.status === 'kept') this.keptTimer ??= setTimeout(() => this.paintSoon(), KEPT_MS);
    else this.paintSoon();
  }

  /** Once per frame is enough; a page in the background gets no frames, but still tells the truth. */
  paintSoon() {
    clearTimeout(this.keptTimer);
    this.keptTimer = null;
    if (this.due) return;
    const paint = () => this.paintNow();
    this.due = { frame: requestAnimationFrame(paint), timer: setTimeout(paint, 100) };
  }

  paintNow() {
    cancelAnimationFrame(this.due?.frame);
    clearTimeout(this.due?.timer);
    this.due = null;
    this.paint();
  }

  /** What the server confirmed is known without asking. */
  store({ entry, answer }) {
    const question = entry.question ?? null;
    if (entry.type === 'rating' || entry.type === 'tick') this.server.latest[lineName(question, entry.point)] = entry.id;
    if (entry.type === 'rating') {
      if (entry.kind === 'CLEARED') delete this.server.ratings[question];
      else this.server.ratings[question] = { id: entry.id, kind: entry.kind, step: entry.step ?? null };
    } else if (entry.type === 'tick') {
      const points = new Set(this.server.heard[question] ?? []);
      points[entry.heard ? 'add' : 'delete'](entry.point);
      this.server.heard[question] = [...points];
    } else if (entry.type === 'note' && answer.note) {
      this.server.notes[question ?? ''] = answer.note;
      const note = this.notes.get(question);
      // Another tab had typed too: show both, unless more was typed here, which the next version brings together.
      if (!note.dirty && note.base === entry.id && answer.note.id !== entry.id) {
        Object.assign(note, { text: answer.note.text, base: answer.note.id });
      }
    } else if (entry.type === 'deviation') {
      this.server.deviations.push({ ...entry, question, automatic: false });
    } else if (entry.type === 'submission') {
      this.progress.submitted = true;
      this.progress.open = false;
      this.reread();
    }
  }

  // ---- keys

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (this.querySelector('dialog[open]')) return;
    if (typing) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const step = Number(event.key);
    const actions = {
      n: () => this.rate('NOT_ASKED'), a: () => this.rate('NOT_ASSESSED'),
      j: () => this.show(this.current + 1), k: () => this.show(this.current - 1),
      arrowright: () => this.show(this.current + 1), arrowleft: () => this.show(this.current - 1),
      arrowdown: () => this.show(this.current + 1), arrowup: () => this.show(this.current - 1),
      t: () => this.nextTick(),
      d: () => this.openDeviation(), w: () => this.toggleBlank(),
      '/': () => this.parts.note.focus(), '?': () => this.parts.help.showModal()
    };
    const action = Number.isInteger(step) && step >= 1 && step <= this.card.scale.length && event.key.trim()
      ? () => this.rate('RATED', step) : actions[event.key.toLowerCase()];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  /** From point to point, round and round. */
  nextTick() {
    const boxes = [...this.parts.ticks.querySelectorAll('input')];
    boxes[(boxes.indexOf(document.activeElement) + 1) % boxes.length]?.focus();
  }

  // ---- advice

  /** How many minutes longer than planned it takes if every open question gets its planned time. */
  behind() {
    const { progress } = this;
    const end = progress.closedAt ? Date.parse(progress.closedAt) : this.now();
    const elapsed = (end - Date.parse(progress.startedAt)) / 1000;
    const question = this.questions[this.current];
    const open = this.questions.filter(one => !this.rating(one.id)).reduce((sum, one) => sum + one.plannedSeconds, 0);
    const here = this.rating(question.id) ? 0 : Math.min(question.plannedSeconds, this.spentHere());
    return (elapsed + open - here - progress.plannedSeconds) / 60;
  }

  spentHere() {
    return Math.floor((performance.now() - this.shownAt) / 1000);
  }

  /** Asks what helps now; only whoever asks the questions can use a shorter plan. */
  async advise(first = false) {
    const { progress } = this;
    const short = progress.state === 'LIVE' && progress.asking && !this.submitted() && this.behind() >= LEAST_SHORTAGE;
    if (!first && !short) {
      this.shortage = null;
      return this.paintAdvice();
    }
    if (this.advising) {
      this.adviseAgain = true;
      return;
    }
    this.advising = true;
    do {
      this.adviseAgain = false;
      this.advisedAt = performance.now();
      const slot = this.questions[this.current].position;
      try {
        const advice = await getJson(`api/sessions/${this.session}/advice?slot=${slot}&spent=${Math.max(0, this.spentHere())}`);
        this.shortage = progress.asking ? advice.shortage : null;
        if (first && advice.minutesSinceExtreme !== null && !sessionStorage.getItem(`contrast ${this.session}`)) this.contrast = true;
      } catch (problem) {
        console.debug('No advice.', problem);
      }
    } while (this.adviseAgain);
    this.advising = false;
    this.paintAdvice();
    if (first) this.paint();
  }

  paintAdvice() {
    const p = this.parts;
    if (!p?.advice) return;
    const { shortage } = this;
    const place = id => this.questions.find(question => question.id === id)?.position;
    const left = (shortage?.leaveOut ?? []).filter(id => !this.rating(id));
    p.advice.hidden = !left.length && !this.undone;
    if (!isNews(p.advice, left, shortage?.next, shortage?.missed, shortage && Math.ceil(shortage.secondsLeft / 60), this.undone)) return;
    p.advice.replaceChildren();
    if (this.undone) {
      p.advice.append(h('p', {}, this.t('advice.left-out', this.undone.map(place).join(', '))),
        h('button', { type: 'button', class: 'live-other', 'data-testid': 'advice-undo', onclick: () => this.takeBackLeftOut() }, this.t('advice.undo')));
    } else if (left.length) {
      const next = this.questions.find(question => question.id === shortage.next);
      p.advice.append(h('p', {}, this.t('advice.short', Math.floor(shortage.secondsLeft / 60), shortage.ask.length, left.map(place).join(', ')),
        shortage.missed ? ` ${this.t('advice.missed', shortage.missed)}` : ''));
      if (next) p.advice.append(h('button', { type: 'button', class: 'live-other', 'data-testid': 'advice-next', onclick: () => this.show(this.questions.indexOf(next)) },
        this.t('advice.next', next.position)));
      p.advice.append(h('button', { type: 'button', class: 'live-other', 'data-testid': 'advice-leave-out', onclick: () => this.leaveOut(left) }, this.t('advice.leave-out', left.length)));
    }
  }

  leaveOut(those) {
    if (!this.open || this.submitted()) return;
    for (const question of those) this.outbox.put(this.session, this.entry({ type: 'rating', question, kind: 'NOT_ASKED' }));
    this.undone = those;
    this.shortage = null;
    this.paint();
    this.paintAdvice();
    this.say(this.t('advice.left-out', ''));
  }

  openDeviation() {
    if (this.open && !this.submitted()) this.parts.deviation.open(this.questions[this.current].id);
  }

  takeBackLeftOut() {
    for (const question of this.undone) {
      if (this.rating(question)?.kind === 'NOT_ASKED') this.outbox.put(this.session, this.entry({ type: 'rating', question, kind: 'CLEARED' }));
    }
    this.undone = null;
    this.paint();
  }

  /** After strong ratings a short while ago: the anchors once more, and a pause. Whose and which is told nowhere. */
  contrastBox() {
    const anchors = this.questions[this.current].anchors;
    const clockText = h('span', { class: 'numeric', role: 'timer' });
    const pause = h('button', { type: 'button', class: 'live-other', 'data-testid': 'contrast-pause', onclick: () => {
      const until = Date.now() + PAUSE_SECONDS * 1000;
      pause.disabled = true;
      const timer = setInterval(() => {
        clockText.textContent = clock((until - Date.now()) / 1000);
        if (Date.now() >= until || !clockText.isConnected) clearInterval(timer);
      }, 250);
    } }, this.t('contrast.pause'));
    return h('section', { class: 'live-contrast', 'data-testid': 'contrast', 'aria-label': this.t('contrast') },
      h('h2', { class: 'live-small-heading' }, this.t('contrast')),
      h('p', {}, this.t('contrast.text')),
      h('dl', { class: 'live-keys' }, ...this.card.scale.flatMap((label, index) => [
        h('dt', {}, h('kbd', {}, String(index + 1))), h('dd', {}, label, anchors[index] ? `: ${anchors[index]}` : '')])),
      h('div', { class: 'live-others' }, pause,
        h('button', { type: 'button', class: 'live-other', 'data-testid': 'contrast-done', onclick: () => {
          sessionStorage.setItem(`contrast ${this.session}`, 'read');
          this.contrast = false;
          this.paint();
        } }, this.t('contrast.done')), clockText));
  }

  paintContrast() {
    const p = this.parts;
    if (!this.contrast) p.contrast.replaceChildren();
    else if (!p.contrast.firstChild) p.contrast.append(this.contrastBox());
  }

  // ---- drawing

  build() {
    const p = this.parts = {};
    p.candidate = h('h1', { class: 'live-candidate' });
    p.set = h('span', { class: 'live-set muted' });
    p.elapsed = h('span', { class: 'live-clock numeric', 'data-testid': 'session-clock' });
    p.plan = h('span', { class: 'pill numeric', 'data-testid': 'plan-clock' });
    p.saved = h('span', { class: 'pill live-saved', role: 'status', 'data-testid': 'saved-state' });
    p.helpButton = h('button', { class: 'live-quiet', type: 'button', 'aria-label': this.t('help.open'), title: this.t('help.open'), onclick: () => p.help.showModal() }, '?');
    p.bar = h('header', { class: 'live-bar' },
      h('a', { class: 'live-back', 'router-ignore': true, href: 'sessions' }, '‹ ', this.t('back')),
      h('div', { class: 'live-who' }, p.candidate, p.set),
      h('div', { class: 'live-clocks' }, p.elapsed, p.plan), p.saved, p.helpButton);
    p.banner = h('div', { class: 'live-banners' });

    p.agenda = h('ol', { class: 'live-agenda-list' });
    p.panel = h('ul', { class: 'live-panel', 'data-testid': 'panel' });
    p.agendaBox = h('details', { class: 'live-agenda', open: !narrow.matches },
      h('summary', {}, p.progress = h('span', { 'data-testid': 'progress' })),
      h('nav', { 'aria-label': this.t('agenda') }, p.agenda),
      h('h2', { class: 'live-small-heading' }, this.t('panel')), p.panel,
      p.screen = h('button', { type: 'button', class: 'live-other live-screen', 'data-testid': 'candidate-screen', onclick: () => p.screenDialog.open() }, this.t('screen')));

    p.place = h('p', { class: 'live-place muted' });
    p.question = h('div', { class: 'live-words markdown', 'data-testid': 'question' });
    p.followUps = h('div', { class: 'live-follow-ups' });
    p.ticks = h('fieldset', { class: 'live-ticks' });
    p.answer = h('details', { class: 'live-answer' }, h('summary', {}, this.t('answer')), p.answerText = h('div', { class: 'markdown' }));
    p.steps = this.card.scale.map((label, index) => h('button', {
      class: 'live-step', type: 'button', 'aria-pressed': 'false', 'data-testid': `rate-${index + 1}`, 'aria-keyshortcuts': index + 1,
      onclick: () => this.rate('RATED', index + 1)
    }, h('kbd', {}, String(index + 1)), h('span', {}, label), h('span', { class: 'live-anchor' })));
    p.notAsked = this.other('NOT_ASKED', 'N', 'not-asked');
    p.notAssessed = this.other('NOT_ASSESSED', 'A', 'not-assessed');
    p.dot = h('span', { class: 'live-dot', 'data-testid': 'entry-state' });
    p.evidence = h('p', { class: 'live-evidence', 'data-testid': 'evidence' }, this.t('evidence'));
    p.pad = h('section', { class: 'live-pad', 'aria-label': this.t('rating') },
      h('div', { class: 'live-steps' }, ...p.steps), p.evidence,
      h('div', { class: 'live-others' }, p.notAsked, p.notAssessed,
        p.deviate = h('button', { class: 'live-other', type: 'button', 'data-testid': 'deviation', 'aria-keyshortcuts': 'D', onclick: () => this.openDeviation() },
          h('kbd', {}, 'D'), this.t('deviation')), p.dot));
    p.previous = h('button', { class: 'live-move', type: 'button', 'data-testid': 'previous', onclick: () => this.show(this.current - 1) }, h('kbd', {}, 'K'), this.t('previous'));
    p.next = h('button', { class: 'live-move', type: 'button', 'data-testid': 'next', onclick: () => this.show(this.current + 1) }, this.t('next'), h('kbd', {}, 'J'));
    p.asking = h('div', { class: 'live-asking' });
    p.advice = h('section', { class: 'live-advice', 'aria-label': this.t('advice'), 'data-testid': 'advice', hidden: true });
    p.contrast = h('div', {});
    p.main = h('section', { class: 'live-main', 'aria-label': this.t('question') },
      p.advice, p.place, p.question, p.followUps, p.ticks, p.answer, p.pad,
      h('div', { class: 'live-moves' }, p.previous, p.asking, p.next));

    p.note = this.noteField('note', () => this.questions[this.current].id);
    p.sessionNote = this.noteField('session-note', () => null);
    p.log = h('ul', { class: 'live-log muted' });
    p.submit = h('button', { class: 'live-submit', type: 'button', 'data-testid': 'submit', onclick: () => p.submitDialog.open() }, this.t('submit'));
    p.debrief = h('a', { class: 'button-link primary', 'router-ignore': true, href: `sessions/${this.session}/debrief`, 'data-testid': 'to-debrief' }, this.t('debrief'));
    p.side = h('section', { class: 'live-side', 'aria-label': this.t('notes') },
      h('label', { class: 'live-small-heading', for: 'live-note' }, this.t('note'), h('kbd', {}, '/')), p.note, fullNote(p.note, this), p.beside = besideBox(),
      h('details', { class: 'live-more' }, h('summary', {}, this.t('session-note')), p.sessionNote, fullNote(p.sessionNote, this), p.sessionBeside = besideBox()), p.log,
      h('div', { class: 'live-end' }, p.submit, p.debrief,
        p.ending = h('a', { class: 'live-ending', href: `sessions/${this.session}/debrief?close`, 'data-testid': 'ending' }, this.t('ending'))));
    p.note.id = 'live-note';
    p.sessionNote.setAttribute('aria-label', this.t('session-note'));

    p.live = h('div', { class: 'live-announce', 'aria-live': 'polite' });
    p.help = helpDialog(this);
    p.deviation = deviationDialog(this);
    p.submitDialog = submitDialog(this);
    p.screenDialog = screenDialog(this);
    p.start = h('section', { class: 'live-start panel' });
    p.columns = h('div', { class: 'live-columns' }, p.agendaBox, p.main, p.side);
    this.replaceChildren(p.bar, p.banner, p.contrast, p.start, p.columns, p.live, p.help, p.deviation.element, p.submitDialog.element, p.screenDialog.element);
    this.drawAgenda();
  }

  other(kind, key, testId) {
    return h('button', { class: 'live-other', type: 'button', 'aria-pressed': 'false', 'data-testid': testId, 'aria-keyshortcuts': key,
      onclick: () => this.rate(kind) }, h('kbd', {}, key), this.t(`kind.${kind}`));
  }

  noteField(testId, question) {
    const field = h('textarea', { class: 'live-note', 'data-testid': testId, maxlength: NOTE_LENGTH, placeholder: this.t(`${testId}.placeholder`) });
    field.addEventListener('input', () => this.typed(question(), field.value));
    field.addEventListener('blur', () => this.commitNote(question()));
    return field;
  }

  drawAgenda() {
    this.parts.items = [];
    let section = null;
    let list = null;
    this.parts.agenda.replaceChildren();
    this.questions.forEach((question, index) => {
      if (question.section !== section) {
        section = question.section;
        list = h('ol', {});
        this.parts.agenda.append(h('li', { class: 'live-section' }, h('h2', { class: 'live-small-heading' }, section), list));
      }
      const mark = h('span', { class: 'live-mark', 'aria-hidden': 'true' });
      const state = h('span', { class: 'visually-hidden' });
      const words = document.createElement('span');
      words.className = 'live-short';
      words.textContent = question.wording.replace(/[`*_]/g, '');
      const button = h('button', { type: 'button', class: 'live-item', 'data-testid': `agenda-${question.position}`, onclick: () => this.show(index) },
        mark, words, h('span', { class: 'live-minutes numeric' }, this.t('minutes', minutes(question.plannedSeconds))), state);
      list.append(h('li', {}, button));
      this.parts.items.push({ button, mark, state });
    });
  }

  drawQuestion() {
    const p = this.parts;
    const question = this.questions[this.current];
    p.place.textContent = this.t('place', question.position, this.questions.length, question.section,
      this.t(`difficulty.${question.difficulty}`), minutes(question.plannedSeconds));
    p.question.innerHTML = question.html;
    p.followUps.replaceChildren();
    for (const [key, texts] of [['probes', question.probes], ['follow-ups', question.followUps]]) {
      if (texts.length) {
        p.followUps.append(h('h2', { class: 'live-small-heading' }, this.t(key)),
          h('ul', { 'data-testid': key }, ...texts.map(html => h('li', { html }))));
      }
    }
    p.steps.forEach((button, index) => {
      button.querySelector('.live-anchor').textContent = question.anchors[index] ?? '';
    });
    p.pad.classList.toggle('anchored', question.anchors.length > 0);
    p.ticks.replaceChildren();
    p.ticks.hidden = question.goodToHear.length === 0;
    if (question.goodToHear.length) {
      p.ticks.append(h('legend', { class: 'live-small-heading' }, this.t('good-to-hear'), h('kbd', {}, 'T')));
      question.goodToHear.forEach((html, point) => {
        const box = h('input', { type: 'checkbox', 'data-testid': `tick-${point}`, onchange: event => this.tickPoint(point, event.target.checked) });
        p.ticks.append(h('label', {}, box, h('span', { html })));
      });
    }
    p.answer.hidden = !question.answer;
    p.answer.open = false;
    p.answerText.innerHTML = question.answer;
    this.scrollQuestion?.();
    p.items[this.current].button.scrollIntoView({ block: 'nearest' });
    p.note.value = this.notes.get(question.id).text;
  }

  paint() {
    if (!this.parts) return;
    const p = this.parts;
    const { progress } = this;
    const question = this.questions[this.current];
    const rating = this.rating(question.id);
    const locked = this.submitted() || !this.open;
    write(p.candidate, progress.candidate || this.t('rehearsal'));
    this.paintSet();
    p.start.hidden = progress.state !== 'PLANNED';
    p.columns.hidden = progress.state === 'PLANNED';
    if (progress.state === 'PLANNED') this.paintStart();
    p.steps.forEach((button, index) => {
      button.setAttribute('aria-pressed', String(rating?.kind === 'RATED' && rating.step === index + 1));
      button.disabled = locked;
    });
    for (const [button, kind] of [[p.notAsked, 'NOT_ASKED'], [p.notAssessed, 'NOT_ASSESSED']]) {
      button.setAttribute('aria-pressed', String(rating?.kind === kind));
      button.disabled = locked;
    }
    const heard = this.heard(question.id);
    p.ticks.querySelectorAll('input').forEach((box, point) => {
      box.checked = heard.has(point);
      box.disabled = locked;
    });
    for (const [field, id] of [[p.note, question.id], [p.sessionNote, null]]) {
      const note = this.notes.get(id);
      if (!note.dirty && field.value !== note.text) {
        const { selectionStart, selectionEnd } = field;
        field.value = note.text;
        if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
      }
      field.readOnly = locked;
    }
    paintBeside(p.beside, this.server.beside[question.id], this);
    paintBeside(p.sessionBeside, this.server.beside[''], this);
    p.evidence.hidden = locked || !this.lacksEvidence(question.id);
    p.note.classList.toggle('wanted', !p.evidence.hidden);
    p.ending.hidden = progress.state !== 'LIVE';
    p.previous.disabled = this.current === 0;
    p.next.disabled = this.current === this.questions.length - 1;
    p.deviate.disabled = locked;
    p.submit.hidden = locked;
    p.debrief.hidden = !progress.submitted;
    this.paintContrast();
    this.paintAdvice();
    this.paintAgenda();
    this.paintPanel();
    this.paintLog();
    this.paintStatus();
    this.tick();
  }

  paintSet() {
    const { progress, parts: p } = this;
    if (!isNews(p.set, progress.setCode, progress.mock)) return;
    p.set.replaceChildren(progress.setCode);
    if (progress.mock) p.set.append(h('span', { class: 'pill warn' }, this.t('mock')));
  }

  paintStart() {
    const { progress } = this;
    this.parts.start.replaceChildren(
      h('h2', {}, this.t('start.heading')),
      h('p', { class: 'muted' }, this.t('start.text', this.questions.length, minutes(progress.plannedSeconds))),
      h('button', { class: 'live-submit', type: 'button', 'data-testid': 'start', onclick: () => this.start() }, this.t('start')));
  }

  async start() {
    try {
      this.take(await post(`api/sessions/${this.session}/start`));
      this.show(this.current);
    } catch (problem) {
      this.say(problem.body?.error ?? this.t('no-answer'));
    }
    this.reread();
  }

  paintAgenda() {
    let done = 0;
    this.questions.forEach((question, index) => {
      const { button, mark, state } = this.parts.items[index];
      const rating = this.rating(question.id);
      if (rating) done++;
      const status = this.status(question.id);
      button.setAttribute('aria-current', index === this.current ? 'step' : 'false');
      button.classList.toggle('asked-now', this.progress.currentSlot === question.position && !this.progress.asking);
      write(mark, !rating ? String(question.position) : rating.kind === 'RATED' ? '✓' : rating.kind === 'NOT_ASKED' ? '–' : '?');
      mark.dataset.state = !rating ? 'open' : rating.kind === 'RATED' ? 'rated' : 'other';
      mark.dataset.status = status;
      write(state, rating ? this.label(rating.kind, rating.step) : this.t('open'));
    });
    this.done = done;
    write(this.parts.progress, this.t('progress', done, this.questions.length));
  }

  paintPanel() {
    const { progress, parts } = this;
    parts.screen.hidden = progress.state === 'CLOSED';
    if (!isNews(parts.panel, progress.panel, progress.state, progress.asking, progress.asker, progress.currentSlot, this.submitted())) return;
    parts.panel.replaceChildren(...progress.panel.map(rater => h('li', {},
      h('span', {}, rater.you ? this.t('you', rater.name) : rater.name),
      rater.submitted ? h('span', { class: 'pill good' }, this.t('submitted')) : null)));
    parts.asking.replaceChildren();
    if (progress.state !== 'LIVE' || this.submitted()) return;
    if (progress.asking) {
      parts.asking.append(h('span', { class: 'muted' }, this.t('asking.you')));
    } else {
      const asked = this.questions.find(question => question.position === progress.currentSlot);
      parts.asking.append(
        asked ? h('button', { type: 'button', class: 'live-other', 'data-testid': 'follow', onclick: () => this.show(this.questions.indexOf(asked)) },
          this.t('asking.follow', progress.asker ?? '', asked.position)) : null ?? '',
        h('button', { type: 'button', class: 'live-other', 'data-testid': 'take-over', onclick: () => this.takeOver() }, this.t('asking.take')));
    }
  }

  async takeOver() {
    await post(`api/sessions/${this.session}/ask`).catch(() => {});
    await this.reread();
    this.position(this.questions[this.current].position);
  }

  toggleBlank() {
    this.position(this.blank ? this.questions[this.current].position : null);
    this.say(this.t(this.blank ? 'blank.on' : 'blank.off'));
  }

  paintLog() {
    const question = this.questions[this.current].id;
    const lines = [...this.server.deviations, ...this.pending('deviation').map(item => item.entry)]
      .filter(line => (line.question ?? null) === question || !line.question);
    const draft = this.open && !this.submitted() ? this.outbox.dialog(this.session, `deviation ${question}`) : null;
    if (!isNews(this.parts.log, lines.map(line => [line.kind, line.text, line.automatic]), draft)) return;
    this.parts.log.replaceChildren(...lines.map(line => h('li', {},
      this.t(`deviation.${line.kind}`), line.text ? `: ${line.text}` : '', line.automatic ? ` (${this.t('deviation.automatic')})` : '')));
    if (draft) {
      this.parts.log.append(h('li', { 'data-testid': 'deviation-draft' }, this.t('deviation.draft', this.t(`deviation.${draft.kind}`), draft.text), ' ',
        h('button', { type: 'button', class: 'live-other', onclick: () => this.openDeviation() }, this.t('deviation.go-on'))));
    }
  }

  paintStatus() {
    if (!this.parts) return;
    const { parts: p } = this;
    const status = this.status(this.questions[this.current].id);
    p.dot.dataset.status = status;
    write(p.dot, status ? this.t(`status.${status}`) : '');
    this.paintSaved();
  }

  /** The one truth about everything on this page. */
  paintSaved() {
    const { parts: p, outbox } = this;
    const waiting = outbox.of(this.session);
    const refused = waiting.filter(item => item.status === 'refused');
    const unsaved = waiting.filter(item => item.status === 'unsaved');
    const kept = waiting.filter(item => item.status === 'kept');
    const dirty = [...this.notes.values()].filter(note => note.dirty);
    const typing = dirty.length > 0;
    const all = refused.length || (unsaved.length && (outbox.broken || !outbox.keeps)) ? 'unsaved'
      : kept.length || unsaved.length || typing ? 'kept' : 'saved';
    p.saved.className = `pill live-saved ${{ saved: 'good', kept: 'warn', unsaved: 'bad' }[all]}`;
    p.saved.dataset.status = all;
    const count = waiting.length + dirty.length;
    write(p.saved, all === 'saved' ? this.t('saved.all') : all === 'kept' ? this.t('saved.kept', count) : this.t('saved.unsaved', count));
    this.paintBanner();
  }

  paintBanner() {
    const { outbox, parts: p, progress } = this;
    const more = [];
    if (progress.submitted) more.push(['good', this.t('banner.submitted')]);
    else if (progress.state === 'CLOSED' && !this.open) more.push(['warn', this.t('banner.closed')]);
    showNotices(p.banner, outbox, { items: outbox.of(this.session), t: this.t.bind(this), describe: item => this.describe(item.entry), more });
  }

  describe(entry) {
    const question = this.questions.find(one => one.id === entry.question);
    const what = this.t(`entry.${entry.type}`);
    return question ? this.t('entry.at', what, question.position) : what;
  }

  tick() {
    const { progress, parts: p } = this;
    if (!p || !progress.startedAt) {
      if (p) write(p.elapsed, '');
      if (p) p.plan.hidden = true;
      return;
    }
    const end = progress.closedAt ? Date.parse(progress.closedAt) : this.now();
    const elapsed = (end - Date.parse(progress.startedAt)) / 1000;
    write(p.elapsed, this.t('clock', clock(elapsed), clock(progress.plannedSeconds)));
    // With no question left there is nothing that could be late.
    p.plan.hidden = progress.state !== 'LIVE' || this.submitted() || this.done === this.questions.length;
    const behind = Math.round(this.behind());
    if (performance.now() - (this.advisedAt ?? 0) > ADVICE_MS) this.advise();
    p.plan.className = `pill numeric ${behind > 2 ? 'warn' : 'good'}`;
    write(p.plan, behind > 0 ? this.t('plan.behind', behind) : behind < 0 ? this.t('plan.ahead', -behind) : this.t('plan.on'));
  }

  say(text) {
    this.parts.live.textContent = text;
  }
}

customElements.define('live-session', LiveSession);
