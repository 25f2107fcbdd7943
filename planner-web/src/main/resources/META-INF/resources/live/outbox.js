// The outbox: what a person enters goes first into a store on this device, then by POST to the server, and leaves the
// store only when the server says it is committed. Every entry has its uuid from the start, so sending it twice is
// harmless. On the device everything is encrypted with a key that no script can read out.
//
// Statuses of an entry, as the dots show them:
//   unsaved  in memory only (this browser may keep nothing, or the device refused)
//   kept     on this device
//   saved    committed by the server
//   refused  the server took it not, and says why; it stays on this device

const DATABASE = 'interview-planner-outbox';
// With its jitter at most 1.1 s: so soon after the server is back the page is, too.
const RETRY = [250, 500, 900];
// A store that does not answer must not hold up what the server could take.
const STORE_MS = 4_000;
const ADOPT_MS = 20_000;
const ADOPT_SOON_MS = [500, 2_000];
// What the server has not confirmed by then shall survive a power cut of this device.
const HARDEN_MS = 500;
const EMERGENCY = 'interview-planner-emergency';
const REMEMBERED = 500;
// The server, or whoever stands before it, is busy or away; the entry is not to blame.
const AWAY = [408, 425, 429, 502, 503, 504];
// So often a failure that is the server's own may be the entry's fault before it steps aside for the others.
const FAILURES = 3;

export const url = path => new URL(path, document.baseURI).href;

/** Who is signed in, or null; throws when the server does not answer. */
export async function whoAmI() {
  const answer = await fetch(url('api/me'), { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error('The server does not answer.');
  return answer.json();
}

const within = (promise, milliseconds) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The store of this device does not answer.', 'TimeoutError')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const text64 = buffer => {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
};
const bytes64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));

export const canKeep = () => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && globalThis.navigator?.locks);

/** A uuid, also where crypto.randomUUID is not offered (plain http). */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const committed = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onerror = () => reject(transaction.error);
  transaction.onabort = () => reject(transaction.error);
});

async function openDatabase() {
  const database = await openAsItIs();
  if (['keys', 'entries', 'drafts'].every(name => database.objectStoreNames.contains(name))) return database;
  // Half made, by whatever: there is nothing of ours in it.
  database.close();
  indexedDB.deleteDatabase(DATABASE);
  return openAsItIs();
}

function openAsItIs() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore('keys');
    database.createObjectStore('entries', { keyPath: 'order', autoIncrement: true });
    database.createObjectStore('drafts', { keyPath: 'key' });
  };
  return done(request);
}

/** The encrypted store of one person on this device. */
class Store {
  static async open(person, tab, lost) {
    const database = await openDatabase();
    // A newer page, or the tidying after log-out, must not wait for this one.
    database.onversionchange = () => {
      database.close();
      lost();
    };
    // The browser, or the person in its settings, has thrown the site's data away.
    database.onclose = lost;
    let key = await done(database.transaction('keys').objectStore('keys').get(person));
    if (!key) {
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
      const keys = transaction.objectStore('keys');
      // Two tabs may come here at once: the first key stays.
      key = await done(keys.get(person));
      if (!key) {
        keys.put(made, person);
        key = made;
      }
      await committed(transaction);
    }
    return new Store(database, key, person, tab);
  }

  constructor(database, key, person, tab) {
    this.database = database;
    this.key = key;
    this.person = person;
    this.tab = tab;
  }

  async seal(value, bound) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) },
      this.key, new TextEncoder().encode(JSON.stringify(value)));
    return { iv, data };
  }

  async unseal({ iv, data }, bound) {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) }, this.key, data);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  /** Keeps an entry; forgets, in the same step, the entry it makes needless and the draft it was made from. */
  async keep(session, entry, replaces, draft) {
    const sealed = await this.seal(entry, `${this.person} ${session} ${entry.id}`);
    const transaction = this.database.transaction(['entries', 'drafts'], 'readwrite', { durability: 'relaxed' });
    const entries = transaction.objectStore('entries');
    const order = done(entries.add({ id: entry.id, person: this.person, tab: this.tab, session, ...sealed }));
    if (replaces) entries.delete(replaces);
    if (draft) {
      // What was typed since stays a draft.
      const drafts = transaction.objectStore('drafts');
      drafts.get(draft.key).onsuccess = event => {
        if (event.target.result && event.target.result.version <= draft.version) drafts.delete(draft.key);
      };
    } else {
      // Said here, the device commits without asking this page first whether more is to come.
      transaction.commit?.();
    }
    await committed(transaction);
    return order;
  }

  async forget(order) {
    const transaction = this.database.transaction('entries', 'readwrite');
    transaction.objectStore('entries').delete(order);
    await committed(transaction);
  }

  async has(order) {
    return (await done(this.database.transaction('entries').objectStore('entries').getKey(order))) !== undefined;
  }

  /** What can be opened, and the keys of what cannot: damaged, or sealed with a key that is gone. */
  async all() {
    const rows = await done(this.database.transaction('entries').objectStore('entries').getAll());
    const entries = [];
    const damaged = [];
    for (const row of rows.filter(row => row.person === this.person)) {
      try {
        entries.push({ order: row.order, session: row.session, tab: row.tab,
          entry: await this.unseal(row, `${this.person} ${row.session} ${row.id}`) });
      } catch (problem) {
        console.error('A kept entry cannot be opened.', row.id, problem);
        damaged.push({ store: 'entries', key: row.order });
      }
    }
    return { entries, damaged };
  }

  async keepDraft(key, session, version, value) {
    const sealed = await this.seal(value, `${this.person} ${key}`);
    const transaction = this.database.transaction('drafts', 'readwrite', { durability: 'relaxed' });
    transaction.objectStore('drafts').put({ key, version, person: this.person, session, dialog: 'dialog' in value, ...sealed });
    await committed(transaction);
  }

  async dropDraft(key) {
    const transaction = this.database.transaction('drafts', 'readwrite');
    transaction.objectStore('drafts').delete(key);
    await committed(transaction);
  }

  async drafts() {
    const rows = await done(this.database.transaction('drafts').objectStore('drafts').getAll());
    const drafts = [];
    const damaged = [];
    for (const row of rows.filter(row => row.person === this.person)) {
      try {
        drafts.push({ key: row.key, version: row.version, session: row.session, ...await this.unseal(row, `${this.person} ${row.key}`) });
      } catch (problem) {
        console.error('A kept draft cannot be opened.', row.key, problem);
        damaged.push({ store: 'drafts', key: row.key });
      }
    }
    return { drafts, damaged };
  }

  /**
   * Makes what is kept survive a power cut, too: the browser writes in order, so one write that waits for the disk takes
   * all before it along. Waiting at each entry would cost tens of milliseconds before it is even sent.
   */
  async harden() {
    const transaction = this.database.transaction('keys', 'readwrite', { durability: 'strict' });
    transaction.objectStore('keys').put(Date.now(), 'hardened');
    await committed(transaction);
  }

  async drop({ store, key }) {
    const transaction = this.database.transaction(store, 'readwrite');
    transaction.objectStore(store).delete(key);
    await committed(transaction);
  }
}

/**
 * The outbox of one person in one tab. Events: 'change' whenever a status changes (detail: item or null).
 */
export class Outbox extends EventTarget {
  /** @param hasDialogs whether the page can show what stood in a dialog of a tab that died */
  static async open(person, hasDialogs = false) {
    const outbox = new Outbox(person);
    outbox.hasDialogs = hasDialogs;
    if (canKeep()) {
      // The lock tells other tabs that this one lives, so that none takes its entries and drafts away.
      await new Promise(resolve => {
        navigator.locks.request(outbox.lock, () => {
          resolve();
          return new Promise(() => {});
        });
      });
      await outbox.openStore();
      setInterval(() => outbox.adopt(), ADOPT_MS);
      // A tab that has just died may still seem to live when the next one opens.
      for (const soon of ADOPT_SOON_MS) setTimeout(() => outbox.adopt(), soon);
    }
    globalThis.addEventListener('online', () => outbox.flush());
    outbox.learnKey();
    outbox.flush();
    return outbox;
  }

  constructor(person) {
    super();
    this.person = person;
    this.tab = uuid();
    this.lock = `tab ${person} ${this.tab}`;
    this.store = null;
    this.broken = false;
    this.items = [];
    /** What this device keeps and nobody can open any more. */
    this.damaged = [];
    /** The latest ids that this tab has sent: it needs no word about them. */
    this.sent = new Set();
    this.sending = null;
    this.failures = 0;
    /** '' while all is well, 'offline', 'away' (the server is), 'signed-out'. */
    this.trouble = '';
    this.troubleSince = 0;
    this.chain = Promise.resolve();
    /** What stands in dialogs that are not confirmed yet, by session and dialog. */
    this.dialogs = new Map();
    this.dialogChain = Promise.resolve();
  }

  get keeps() {
    return this.store !== null;
  }

  async openStore() {
    this.openedAt = performance.now();
    try {
      this.store = await within(Store.open(this.person, this.tab, () => this.storeLost()), STORE_MS);
      await within(this.load(), STORE_MS);
      this.broken = false;
    } catch (problem) {
      console.error('This device keeps nothing.', problem);
      this.store = null;
      this.broken = true;
    }
    this.tell(null);
  }

  /** Thrown away under our hands: what is in memory is kept anew, if the device lets us. */
  storeLost() {
    if (!this.store) return;
    this.store = null;
    for (const item of this.items) {
      item.order = null;
      if (item.status === 'kept') item.status = 'unsaved';
    }
    this.damaged = [];
    this.tell(null);
    this.chain = this.chain.then(() => this.reopenStore()).then(() => this.keepAgain());
  }

  /** The browser may still be busy throwing away. */
  async reopenStore() {
    for (let attempt = 0; attempt < 5 && !this.store; attempt++) {
      await new Promise(resolve => setTimeout(resolve, 200 * 2 ** attempt));
      await this.openStore();
    }
  }

  async keepAgain() {
    for (const item of [...this.items]) {
      if (this.store && item.order === null) await this.keepItem(item);
    }
    this.dialogWritten = null;
    for (const key of this.dialogs.keys()) await this.writeDialog(...key.split('|'));
    this.flush();
  }

  /** Takes over what this device keeps of tabs that live no more. */
  async load() {
    const { held } = await navigator.locks.query();
    const living = new Set(held.map(lock => lock.name.split(' ').pop()));
    const foreign = tab => tab !== this.tab && living.has(tab);
    const { entries, damaged } = await this.store.all();
    for (const { tab, ...kept } of entries.filter(one => !foreign(one.tab))) {
      const known = this.items.find(item => item.entry.id === kept.entry.id);
      if (known) known.order ??= kept.order;
      else if (tab !== this.tab) this.items.push({ ...kept, status: 'kept', attempts: 1, adopted: true, reason: '' });
    }
    const { drafts, damaged: more } = await this.store.drafts();
    this.damaged = [...damaged, ...more];
    for (const draft of drafts) {
      const tab = draft.key.split('|').pop();
      if (tab === this.tab || living.has(tab)) continue;
      if (draft.dialog) {
        if (this.hasDialogs) this.adoptDialog(draft);
      } else {
        // Its tab was killed while somebody typed.
        this.put(draft.session,
          { id: uuid(), type: 'note', question: draft.question, text: draft.text, base: draft.base, at: draft.at },
          { key: draft.key, version: draft.version });
      }
    }
  }

  /** Looks now and then, one tab at a time, whether another tab has died and left something. */
  async adopt() {
    if (!this.store) {
      if (canKeep() && performance.now() - this.openedAt > ADOPT_MS / 2) {
        this.chain = this.chain.then(() => this.openStore()).then(() => this.keepAgain());
      }
      return;
    }
    const before = this.items.length;
    await navigator.locks.request('planner adopting', { ifAvailable: true }, lock => lock && this.load())
      .catch(problem => console.debug('Nothing adopted.', problem));
    if (this.items.length > before) {
      this.tell(null);
      this.flush();
    }
  }

  /** Everything of a session that the server has not confirmed, in the order in which it was entered. */
  of(session) {
    return this.items.filter(item => item.session === session);
  }

  get waiting() {
    return this.items.length;
  }

  /** Takes an entry: keeps it on the device, then sends it. Resolves when it is kept, or cannot be. */
  put(session, entry, draft) {
    const item = { session, entry, status: 'unsaved', order: null, attempts: 0, reason: '' };
    // A version of a note that was never sent and is typed over already need not travel.
    const before = entry.type === 'note'
      && this.items.findLast(one => one.session === session && one.entry.type === 'note'
        && one.entry.question === entry.question);
    const needless = before && before.attempts === 0 && before.status !== 'refused' && before.entry.id === entry.base
      ? before : null;
    if (needless) {
      entry.base = needless.entry.base;
      needless.dropped = true;
      this.items[this.items.indexOf(needless)] = item;
    } else {
      this.items.push(item);
    }
    this.tell(item);
    // One after the other, so that the order on the device is the order of entering. Nobody waits for the network here.
    this.chain = this.chain.then(() => this.keepItem(item, needless, draft)).then(() => void this.flush());
    return this.chain;
  }

  async keepItem(item, needless, draft) {
    if (!this.store || item.dropped) return;
    try {
      const keeping = this.store.keep(item.session, item.entry, needless?.order, draft);
      // Should it come late, it still counts.
      keeping.then(order => this.kept(item, order), () => {});
      await within(keeping, STORE_MS);
      this.broken = false;
      this.hardenSoon();
    } catch (problem) {
      console.error('This device could not keep an entry.', problem);
      if (problem?.name === 'InvalidStateError') this.storeLost();
      else this.broken = true;
    }
    this.tell(item);
  }

  hardenSoon() {
    this.hardening ??= setTimeout(() => {
      this.hardening = null;
      if (this.drafting || this.items.some(item => item.order !== null)) {
        this.drafting = false;
        this.store?.harden().catch(problem => console.debug('Not hardened.', problem));
      }
    }, HARDEN_MS);
  }

  kept(item, order) {
    item.order = order;
    if (item.status === 'unsaved') item.status = 'kept';
    else if (item.status === 'saved') this.store?.forget(order).catch(() => {});
  }

  async draft(session, question, version, text, base) {
    if (!this.store) return false;
    const key = this.draftKey(session, question);
    let kept = true;
    await within(this.store.keepDraft(key, session, version, { question, text, base, at: new Date().toISOString() }), STORE_MS)
      .catch(problem => {
        console.error('This device could not keep a draft.', problem);
        kept = false;
      });
    this.drafting = true;
    this.hardenSoon();
    return kept;
  }

  draftKey(session, question) {
    return `${this.person}|${session}|${question ?? ''}|${this.tab}`;
  }

  // ---- dialogs

  /** What stood in a dialog when it was last typed in and not confirmed, or null. */
  dialog(session, name) {
    return this.dialogs.get(`${session}|${name}`) ?? null;
  }

  /** Whether something stands in a dialog and only there. */
  hasUnkeptDialog(session) {
    return !this.store && [...this.dialogs.keys()].some(key => key.startsWith(session));
  }

  /** Keeps what stands in a dialog; null forgets it. Resolves when the device has done so. */
  keepDialog(session, name, value) {
    const key = `${session}|${name}`;
    if (value) this.dialogs.set(key, value);
    else this.dialogs.delete(key);
    this.dialogChain = this.dialogChain.then(() => this.writeDialog(session, name));
    return this.dialogChain;
  }

  /** Writes what stands there by now: of many strokes on a slow device only the last need be written. */
  async writeDialog(session, name) {
    const value = this.dialog(session, name);
    if (!this.store || value && value === this.dialogWritten) return;
    this.dialogWritten = value;
    const key = this.draftKey(session, name);
    const writing = value ? this.store.keepDraft(key, session, 0, { ...value, dialog: name, at: new Date().toISOString() }) : this.store.dropDraft(key);
    await within(writing, STORE_MS).catch(problem => console.error('This device could not keep what stands in a dialog.', problem));
    this.drafting = true;
    this.hardenSoon();
  }

  /** Takes over what stood in a dialog of a tab that died, unless something stands in the same one here. */
  adoptDialog({ key, version, session, dialog, at, ...value }) {
    if (this.dialog(session, dialog)) return;
    this.keepDialog(session, dialog, value).then(() => {
      this.tell(null);
      return this.store?.dropDraft(key);
    }).catch(problem => console.debug('Not taken over.', problem));
  }

  /** Sends what waits, oldest first. */
  flush() {
    clearTimeout(this.timer);
    this.sending ??= this.sendAll();
    return this.sending;
  }

  next() {
    return this.items.find(item => item.status !== 'refused' && (item.order !== null || !this.store || this.broken));
  }

  async sendAll() {
    await null; // so that `sending` is set before it is cleared
    try {
      await this.send();
    } finally {
      this.sending = null;
    }
  }

  async send() {
    for (let item = this.next(); item; item = this.next()) {
      if (item.adopted && this.store && item.order !== null && !await this.store.has(item.order).catch(() => true)) {
        // Another tab has sent it, or was told to throw it away.
        this.remove(item, 'gone');
        continue;
      }
      item.attempts++;
      this.remember(item.entry.id);
      let answer;
      try {
        answer = await fetch(url(`api/sessions/${item.session}/entries`), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Planner': 'live', 'X-Page': this.tab },
          body: JSON.stringify({ ...item.entry, rater: this.person }),
          // A slow line gets more time at each attempt.
          signal: AbortSignal.timeout(8_000 + 4_000 * Math.min(this.failures, 5))
        });
      } catch (problem) {
        return this.later(navigator.onLine === false ? 'offline' : 'away');
      }
      const said = await answer.json().catch(() => ({})) ?? {};
      if (answer.status === 200 && said.id === item.entry.id) {
        this.failures = 0;
        this.well();
        await this.confirmed(item, said);
      } else if (answer.status === 401 || said.reason === 'OTHER_PERSON') {
        return this.later('signed-out');
      } else if (answer.status < 400 || AWAY.includes(answer.status)) {
        return this.later('away');
      } else if (answer.status >= 500 && (item.failures = (item.failures ?? 0) + 1) < FAILURES) {
        return this.later('away');
      } else {
        // It will not be taken as it is: it steps aside, so that the others get through.
        this.failures = 0;
        this.well();
        item.failures = 0;
        item.status = 'refused';
        item.reason = said.reason ?? String(answer.status);
        item.sentence = said.error ?? '';
        this.tell(item);
      }
    }
    this.well();
  }

  remember(id) {
    this.sent.delete(id);
    this.sent.add(id);
    if (this.sent.size > REMEMBERED) this.sent.delete(this.sent.values().next().value);
  }

  async confirmed(item, said) {
    // A newer word of the same person on the same thing is stored: an older one that was refused must not overrule it.
    const { type, question, point } = item.entry;
    if (type === 'rating' || type === 'tick') {
      for (const older of this.items.slice(0, this.items.indexOf(item))) {
        if (older.status === 'refused' && older.session === item.session && older.entry.type === type
          && older.entry.question === question && older.entry.point === point) await this.discard(older);
      }
    }
    item.answer = said;
    await this.remove(item, 'saved');
  }

  async remove(item, status) {
    this.items.splice(this.items.indexOf(item), 1);
    item.status = status;
    this.tell(item);
    if (item.order !== null) {
      // Should this fail, the entry is sent once more some day, and is known then.
      await this.store?.forget(item.order).catch(problem => console.error('A sent entry stays on the device.', problem));
    }
  }

  well() {
    if (!this.emergencyKey) this.learnKey();
    if (this.trouble) {
      this.trouble = '';
      this.tell(null);
    }
  }

  later(trouble) {
    if (!this.trouble) this.troubleSince = performance.now();
    this.trouble = trouble;
    this.tell(null);
    const wait = RETRY[Math.min(this.failures++, RETRY.length - 1)];
    this.timer = setTimeout(() => this.flush(), wait * (0.8 + 0.4 * Math.random()));
  }

  /** Tries again what was refused, all of it or what was refused for one of the reasons. */
  async retry(...reasons) {
    for (const item of this.items) {
      if (item.status === 'refused' && (reasons.length === 0 || reasons.includes(item.reason))) {
        item.status = item.order === null ? 'unsaved' : 'kept';
        this.tell(item);
      }
    }
    return this.flush();
  }

  /** Throws a refused entry away, because the person said so. */
  async discard(item) {
    await this.remove(item, 'discarded');
  }

  /** Throws away what nobody can open, because the person said so. */
  async discardDamaged() {
    for (const row of this.damaged) await this.store?.drop(row).catch(problem => console.error('It stays on the device.', problem));
    this.damaged = [];
    this.tell(null);
  }

  // ---- the emergency file

  /** Asks for the server's public key while the server is there, for the time when it is not. */
  async learnKey() {
    if (this.emergencyKey || this.learning || !globalThis.crypto?.subtle) return;
    this.learning = true;
    try {
      const answer = await fetch(url('api/emergency-key'), { headers: { Accept: 'application/json' } });
      const offer = answer.ok ? await answer.json() : null;
      if (offer) {
        this.emergencyKey = { id: offer.id,
          key: await crypto.subtle.importKey('spki', bytes64(offer.key), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']) };
        this.tell(null);
      }
    } catch (problem) {
      console.debug('No key for emergencies yet.', problem);
    } finally {
      this.learning = false;
    }
  }

  /** All that waits, sealed so that only the server can open it. */
  async emergencyFile() {
    const { id, key } = this.emergencyKey;
    const content = { person: this.person, made: new Date().toISOString(),
      entries: this.items.map(({ session, entry }) => ({ session, entry })) };
    const once = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const encoder = new TextEncoder();
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(`${EMERGENCY} 1 ${id}`) },
      once, encoder.encode(JSON.stringify(content)));
    const wrapped = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, key, await crypto.subtle.exportKey('raw', once));
    return new Blob([JSON.stringify({ format: EMERGENCY, version: 1, key: id, wrapped: text64(wrapped), iv: text64(iv), data: text64(data) })],
      { type: 'application/json' });
  }

  tell(item) {
    this.dispatchEvent(new CustomEvent('change', { detail: item }));
  }
}

/**
 * After log-out with nothing waiting, nothing stays on the device, not even the key. What others still keep here stays
 * with its key; so does what a page that is still open may be about to keep. What stands in a dialog waits for nobody: it
 * goes when the person logs out, and stays when only the sign-in has ended.
 */
export async function tidyUp(loggedOut) {
  if (!canKeep()) return;
  const databases = await indexedDB.databases?.() ?? [{ name: DATABASE }];
  if (!databases.some(one => one.name === DATABASE)) return;
  const { held } = await navigator.locks.query();
  const living = new Set(held.filter(lock => lock.name.startsWith('tab ')).map(lock => lock.name.split(' ')[1]));
  const database = await within(openDatabase(), STORE_MS);
  const transaction = database.transaction(['keys', 'entries', 'drafts'], 'readwrite');
  const drafts = await done(transaction.objectStore('drafts').getAll());
  const rows = [...await done(transaction.objectStore('entries').getAll()), ...drafts.filter(row => !(loggedOut && row.dialog))];
  const needed = new Set([...rows.map(row => row.person), ...living]);
  for (const row of drafts) {
    if (row.dialog && !needed.has(row.person)) transaction.objectStore('drafts').delete(row.key);
  }
  const keys = transaction.objectStore('keys');
  for (const person of await done(keys.getAllKeys())) {
    if (!needed.has(person)) keys.delete(person);
  }
  await committed(transaction);
  database.close();
  if (needed.size === 0) indexedDB.deleteDatabase(DATABASE);
}
