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
const RETRY = [300, 700, 1500, 3000, 5000];

export const url = path => new URL(path, document.baseURI).href;

/** Who is signed in, or null; throws when the server does not answer. */
export async function whoAmI() {
  const answer = await fetch(url('api/me'), { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error('The server does not answer.');
  return answer.json();
}

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

function openDatabase() {
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
  static async open(person) {
    const database = await openDatabase();
    // A newer page, or the tidying after log-out, must not wait for this one.
    database.onversionchange = () => database.close();
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
    return new Store(database, key, person);
  }

  constructor(database, key, person) {
    this.database = database;
    this.key = key;
    this.person = person;
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
    const transaction = this.database.transaction(['entries', 'drafts'], 'readwrite', { durability: 'strict' });
    const entries = transaction.objectStore('entries');
    const order = done(entries.add({ id: entry.id, person: this.person, session, ...sealed }));
    if (replaces) entries.delete(replaces);
    if (draft) {
      // What was typed since stays a draft.
      const drafts = transaction.objectStore('drafts');
      drafts.get(draft.key).onsuccess = event => {
        if (event.target.result && event.target.result.version <= draft.version) drafts.delete(draft.key);
      };
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

  async all() {
    const rows = await done(this.database.transaction('entries').objectStore('entries').getAll());
    const items = [];
    for (const row of rows.filter(row => row.person === this.person)) {
      try {
        items.push({ order: row.order, session: row.session,
          entry: await this.unseal(row, `${this.person} ${row.session} ${row.id}`) });
      } catch (problem) {
        console.error('A kept entry cannot be opened.', row.id, problem);
      }
    }
    return items;
  }

  async keepDraft(key, session, version, value) {
    const sealed = await this.seal(value, `${this.person} ${key}`);
    const transaction = this.database.transaction('drafts', 'readwrite', { durability: 'strict' });
    transaction.objectStore('drafts').put({ key, version, person: this.person, session, ...sealed });
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
    for (const row of rows.filter(row => row.person === this.person)) {
      try {
        drafts.push({ key: row.key, version: row.version, session: row.session, ...await this.unseal(row, `${this.person} ${row.key}`) });
      } catch (problem) {
        console.error('A kept draft cannot be opened.', row.key, problem);
      }
    }
    return drafts;
  }
}

/**
 * The outbox of one person in one tab. Events: 'change' whenever a status changes (detail: item or null).
 */
export class Outbox extends EventTarget {
  static async open(person) {
    const outbox = new Outbox(person);
    if (canKeep()) {
      try {
        outbox.store = await Store.open(person);
        // The lock tells other tabs that this one lives, so that none takes its drafts away.
        navigator.locks.request(`tab ${outbox.tab}`, () => new Promise(() => {}));
        await outbox.load();
      } catch (problem) {
        console.error('This device keeps nothing.', problem);
        outbox.store = null;
        outbox.broken = true;
      }
    }
    globalThis.addEventListener('online', () => outbox.flush());
    outbox.flush();
    return outbox;
  }

  constructor(person) {
    super();
    this.person = person;
    this.tab = uuid();
    this.store = null;
    this.broken = false;
    this.items = [];
    this.sending = null;
    this.failures = 0;
    /** '' while all is well, 'offline', 'away' (the server is), 'signed-out'. */
    this.trouble = '';
    this.chain = Promise.resolve();
  }

  get keeps() {
    return this.store !== null;
  }

  async load() {
    const known = new Set(this.items.map(item => item.entry.id));
    for (const kept of await this.store.all()) {
      if (!known.has(kept.entry.id)) this.items.push({ ...kept, status: 'kept', attempts: 1, reason: '' });
    }
    const { held } = await navigator.locks.query();
    const living = new Set(held.map(lock => lock.name));
    for (const draft of await this.store.drafts()) {
      const tab = draft.key.split('|').pop();
      if (tab !== this.tab && !living.has(`tab ${tab}`)) {
        // Its tab was killed while somebody typed.
        await this.put(draft.session,
          { id: uuid(), type: 'note', question: draft.question, text: draft.text, base: draft.base, at: draft.at },
          { key: draft.key, version: draft.version });
      }
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
    // One after the other, so that the order on the device is the order of entering.
    this.chain = this.chain.then(() => this.keepItem(item, needless, draft)).then(() => this.flush());
    return this.chain;
  }

  async keepItem(item, needless, draft) {
    if (!this.store || item.dropped) return;
    try {
      item.order = await this.store.keep(item.session, item.entry, needless?.order, draft);
      if (item.status === 'unsaved') item.status = 'kept';
      this.broken = false;
    } catch (problem) {
      console.error('This device could not keep an entry.', problem);
      this.broken = true;
    }
    this.tell(item);
  }

  async draft(session, question, version, text, base) {
    if (!this.store) return;
    const key = this.draftKey(session, question);
    await this.store.keepDraft(key, session, version, { question, text, base, at: new Date().toISOString() })
      .catch(problem => console.error('This device could not keep a draft.', problem));
  }

  draftKey(session, question) {
    return `${this.person}|${session}|${question ?? ''}|${this.tab}`;
  }

  dropDraft(session, question) {
    return this.store?.dropDraft(this.draftKey(session, question)).catch(() => {});
  }

  /** Sends what waits, oldest first. */
  flush() {
    clearTimeout(this.timer);
    if (!this.sending) {
      this.sending = this.send().finally(() => {
        this.sending = null;
      });
    }
    return this.sending;
  }

  next() {
    return this.items.find(item => item.status !== 'refused' && (item.order !== null || !this.store || this.broken));
  }

  async send() {
    for (let item = this.next(); item; item = this.next()) {
      item.attempts++;
      let answer;
      try {
        answer = await fetch(url(`api/sessions/${item.session}/entries`), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Planner': 'live' },
          body: JSON.stringify({ ...item.entry, rater: this.person }),
          signal: AbortSignal.timeout(10_000)
        });
      } catch (problem) {
        return this.later(navigator.onLine === false ? 'offline' : 'away');
      }
      const said = await answer.json().catch(() => ({}));
      if (answer.status === 200 && said.id === item.entry.id) {
        this.failures = 0;
        this.well();
        await this.confirmed(item, said);
      } else if (answer.status === 401 || said.reason === 'OTHER_PERSON') {
        return this.later('signed-out');
      } else if ([400, 404, 409, 413].includes(answer.status)) {
        this.failures = 0;
        this.well();
        item.status = 'refused';
        item.reason = said.reason ?? String(answer.status);
        item.sentence = said.error ?? '';
        this.tell(item);
      } else {
        return this.later('away');
      }
    }
    this.well();
  }

  async confirmed(item, said) {
    this.items.splice(this.items.indexOf(item), 1);
    item.status = 'saved';
    item.answer = said;
    this.tell(item);
    if (item.order !== null) {
      // Should this fail, the entry is sent once more some day, and is known then.
      await this.store.forget(item.order).catch(problem => console.error('A sent entry stays on the device.', problem));
    }
  }

  well() {
    if (this.trouble) {
      this.trouble = '';
      this.tell(null);
    }
  }

  later(trouble) {
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
    this.items.splice(this.items.indexOf(item), 1);
    if (item.order !== null) await this.store.forget(item.order);
    item.status = 'discarded';
    this.tell(item);
  }

  tell(item) {
    this.dispatchEvent(new CustomEvent('change', { detail: item }));
  }
}

/** After log-out with nothing waiting, nothing stays on the device, not even the key. */
export async function tidyUp() {
  if (!canKeep()) return;
  const databases = await indexedDB.databases?.() ?? [{ name: DATABASE }];
  if (!databases.some(one => one.name === DATABASE)) return;
  const database = await openDatabase();
  const transaction = database.transaction(['entries', 'drafts']);
  const entries = await done(transaction.objectStore('entries').count());
  const drafts = await done(transaction.objectStore('drafts').count());
  database.close();
  if (entries + drafts === 0) indexedDB.deleteDatabase(DATABASE);
}
