'use strict';

/* Shows the state of the simulator. All text of records is set with textContent, so markup in it stays text. */
(() => {
  const PATH = '/simulator/';
  const HEADER = { 'X-Simulator-Page': '1' };
  const INTERVAL = 700;
  const built = new WeakMap();
  const byId = id => document.getElementById(id);

  /** The conversation that is shown, and the customer whose new conversation is being written, if any. */
  let shown = '';
  let writer = null;
  let state = null;
  let tag = '';
  let sequence = 0;
  let noticeTimer = 0;

  function element(name, className, ...content) {
    const node = document.createElement(name);
    if (className) {
      node.className = className;
    }
    node.append(...content.map(part => part instanceof Node ? part : document.createTextNode(String(part))));
    return node;
  }

  function button(label, focusKey, action, className) {
    const node = element('button', className, label);
    node.type = 'button';
    node.dataset.focus = focusKey;
    node.addEventListener('click', action);
    return node;
  }

  function time(at) {
    const node = element('time', 'soft', at ? new Date(at).toLocaleTimeString('en-GB') : '');
    node.dateTime = at;
    return node;
  }

  function badge(text, tone) {
    return element('span', `badge ${tone}`, text);
  }

  /** Makes the list show the items. An element is built anew only if its item has changed, and keeps the focus. */
  function sync(list, items, build) {
    const keys = new Set(items.map(item => String(item.key)));
    const old = new Map([ ...list.children ].map(node => [ node.dataset.key, node ]));
    old.forEach((node, key) => keys.has(key) || node.remove());
    let next = list.firstElementChild;
    for (const item of items) {
      const text = JSON.stringify(item);
      let node = old.get(String(item.key));
      if (!node || built.get(node) !== text) {
        const fresh = build(item);
        fresh.dataset.key = item.key;
        built.set(fresh, text);
        if (node) {
          next = next === node ? fresh : next;
          swap(node, fresh);
        }
        node = fresh;
      }
      if (next === node) {
        next = node.nextElementSibling;
      } else {
        list.insertBefore(node, next);
      }
    }
  }

  function swap(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.focus : '';
    old.replaceWith(fresh);
    [ ...fresh.querySelectorAll('[data-focus]') ].filter(node => focused && node.dataset.focus === focused)
      .forEach(node => node.focus());
  }

  function customerItem(customer) {
    const list = element('ul', 'conversations', ...customer.conversations.map(conversation => {
      const open = button('', `conversation-${conversation.key}`, () => choose(conversation.key));
      open.append(element('span', '', conversation.name), statusBadge(conversation.status));
      open.setAttribute('aria-current', String(conversation.key === customer.shown));
      return element('li', '', open);
    }));
    const write = button('New conversation', `write-${customer.key}`, () => writeAs(customer), 'small');
    write.setAttribute('aria-label', `New conversation of ${customer.name}`);
    return element('li', '',
      element('div', 'row', element('span', 'customer-name', customer.name), write),
      element('div', 'soft', customer.contacts), list);
  }

  function statusBadge(status) {
    return badge(status, status === 'open' ? 'good' : status === 'snoozed' ? 'warn' : '');
  }

  function entryItem(entry) {
    const kind = entry.kind === 'message' ? entry.channel || 'message' : entry.kind;
    const about = [ entry.author || (entry.inbound ? 'Customer' : 'Kustomer'), kind, entry.kind === 'draft' ? entry.status : '' ];
    const item = element('li', entry.kind === 'note' ? 'note' : entry.inbound ? 'inbound' : 'outbound',
      element('div', 'row soft', element('span', '', about.filter(Boolean).join(' · ')), time(entry.at)));
    if (entry.subject) {
      item.append(element('div', 'customer-name', entry.subject));
    }
    item.append(element('div', 'entry-text', entry.text));
    return item;
  }

  function requestItem(request) {
    const status = request.running ? badge('running', 'warn')
      : request.status ? badge(request.status, request.status < 400 ? 'good' : 'bad') : badge('no answer', 'bad');
    const line = element('li', 'request', time(request.at),
      element('span', 'mono', element('span', 'method', request.method), ` ${request.target}`), status,
      element('span', 'soft millis', request.millis === undefined ? '' : `${request.millis} ms`));
    if (request.reason) {
      line.append(element('div', 'reason', request.reason));
    }
    if (request.fault) {
      line.append(element('div', 'fault', `Fault: ${request.fault}`));
    }
    return line;
  }

  function faultItem(fault) {
    const label = fault.waiting ? `${fault.label} (${fault.waiting} waiting)` : fault.label;
    const press = button(label, `fault-${fault.key}`, () => perform('fault', { fault: fault.key, requests: byId('requests-kind').value }));
    press.title = fault.effect;
    return element('li', '', press);
  }

  function kobjectItem(kobject) {
    const attributes = element('dl', 'attributes');
    kobject.attributes.forEach(({ name, value }) => attributes.append(element('dt', '', name), element('dd', '', value)));
    return element('li', '',
      element('div', 'row', element('span', 'customer-name', kobject.name), badge(kobject.klass, '')),
      element('div', 'soft', kobject.customer ? `of ${kobject.customer}` : ''), attributes);
  }

  function queueItem(queue) {
    return element('li', '',
      element('div', 'row', element('span', 'customer-name', queue.name), element('span', 'count', plural(queue.items.length, 'work item'))),
      element('ul', 'items', ...queue.items.map(item => element('li', 'row',
        element('span', '', item.conversation || 'Deleted conversation', item.assignedTo ? ` – ${item.assignedTo}` : ''),
        badge(item.paused ? `${item.status}, paused` : item.status, item.status === 'completed' ? '' : 'good')))));
  }

  function webhookItem(webhook) {
    return element('li', '',
      element('div', 'row', element('span', 'customer-name', webhook.name), badge(webhook.enabled ? 'enabled' : 'disabled', webhook.enabled ? 'good' : 'bad')),
      element('div', 'mono', webhook.url), element('div', 'soft', webhook.events.join(', ')));
  }

  function deliveryItem(delivery) {
    const tones = { DELIVERED: 'good', PENDING: 'warn', FAILED: 'bad', DISCARDED: 'bad' };
    const item = element('li', '',
      element('div', 'row', element('span', 'mono', delivery.event), badge(delivery.status.toLowerCase(), tones[delivery.status])));
    const attempts = element('ul', 'items', ...delivery.attempts.map(attempt => element('li', 'row',
      time(attempt.at), element('span', attempt.problem ? 'reason' : 'soft', attempt.problem || `answered ${attempt.status}`))));
    item.append(attempts);
    if (delivery.nextAttempt) {
      item.append(element('div', 'row soft', element('span', '', 'next attempt'), time(delivery.nextAttempt)));
    }
    return item;
  }

  function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
  }

  function show(next) {
    state = next;
    const conversation = next.conversation;
    if (conversation && conversation.key !== shown) {
      shown = conversation.key;
    }
    byId('url').textContent = next.url;
    byId('customer-count').textContent = next.customerCount;
    byId('request-count').textContent = next.requestCount;
    byId('kobject-count').textContent = next.kobjectCount;
    byId('queue-count').textContent = next.queues.length;
    byId('delivery-count').textContent = plural(next.deliveryCount, 'delivery').replace('deliverys', 'deliveries');
    sync(byId('customer-list'), next.customers.map(customer => {
      const isShown = customer.conversations.some(({ key }) => key === shown);
      return { ...customer, shown: isShown ? shown : '' };
    }), customerItem);
    sync(byId('request-list'), next.requests, requestItem);
    sync(byId('fault-list'), next.faults, faultItem);
    sync(byId('kobject-list'), next.kobjects, kobjectItem);
    sync(byId('queue-list'), next.queues, queueItem);
    sync(byId('webhook-list'), next.webhooks, webhookItem);
    sync(byId('delivery-list'), next.deliveries, deliveryItem);
    byId('no-customers').hidden = next.customers.length > 0;
    byId('no-requests').hidden = next.requests.length > 0;
    byId('no-kobjects').hidden = next.kobjects.length > 0;
    byId('no-webhooks').hidden = next.webhooks.length > 0;
    byId('deliveries-title').hidden = next.deliveries.length === 0;
    byId('cancel-faults').disabled = next.faults.every(({ waiting }) => waiting === 0);
    showConversation(conversation);
  }

  function showConversation(conversation) {
    const scroll = byId('timeline-scroll');
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
    const entries = writer || !conversation ? [] : conversation.entries;
    const status = byId('conversation-status');
    byId('conversation-name').textContent = writer ? 'New conversation' : conversation ? conversation.name : 'Conversation';
    status.hidden = Boolean(writer) || !conversation;
    if (conversation) {
      const fresh = statusBadge(conversation.status);
      status.className = fresh.className;
      status.textContent = fresh.textContent;
    }
    byId('conversation-about').textContent = writer ? `of ${writer.name}`
      : conversation ? [ conversation.customer ? `of ${conversation.customer}` : '', conversation.queue ? `queue ${conversation.queue}` : '' ].filter(Boolean).join(' · ')
        : 'Choose a conversation, or let a customer write.';
    sync(byId('entry-list'), entries, entryItem);
    byId('no-entries').hidden = entries.length > 0;
    byId('answer').textContent = writer ? 'Write as the customer' : 'Answer as the customer';
    byId('close').textContent = writer ? 'Back to the conversation' : 'Close the conversation';
    byId('answer').disabled = !writer && !conversation;
    byId('close').disabled = !writer && (!conversation || conversation.status === 'done');
    if (atEnd) {
      scroll.scrollTop = scroll.scrollHeight;
    }
  }

  function choose(conversation) {
    writer = null;
    shown = conversation;
    tag = '';
    refresh();
  }

  function writeAs(customer) {
    writer = { key: customer.key, name: customer.name };
    show(state);
    byId('text').focus();
  }

  function notice(text) {
    clearTimeout(noticeTimer);
    byId('notice').textContent = text;
    noticeTimer = setTimeout(() => { byId('notice').textContent = ''; }, 6000);
  }

  async function perform(action, input) {
    try {
      const answer = await fetch(`${PATH}actions/${action}`, {
        method: 'POST', headers: { ...HEADER, 'Content-Type': 'application/json' }, body: JSON.stringify(input)
      });
      const result = await answer.json();
      notice(result.done || result.problem);
      await refresh();
      return answer.ok ? result : null;
    } catch {
      notice('The simulator does not answer.');
      return null;
    }
  }

  async function send() {
    const text = byId('text').value.trim();
    if (!text) {
      notice('Enter the text of the customer first.');
      byId('text').focus();
      return;
    }
    const result = writer ? await perform('write', { customer: writer.key, text }) : await perform('answer', { conversation: shown, text });
    if (result) {
      byId('text').value = '';
      if (result.conversation) {
        choose(result.conversation);
      }
    }
  }

  function closeOrBack() {
    if (writer) {
      writer = null;
      show(state);
    } else {
      perform('close', { conversation: shown });
    }
  }

  function connection(className, text) {
    const node = byId('connection');
    node.className = `connection ${className}`;
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  /** Reads the state. Only the answer to the latest request counts, because an earlier one may be about another conversation. */
  async function refresh() {
    sequence += 1;
    const number = sequence;
    try {
      const answer = await fetch(`${PATH}state?conversation=${encodeURIComponent(shown)}`, {
        headers: tag ? { ...HEADER, 'If-None-Match': tag } : HEADER, cache: 'no-store'
      });
      const next = answer.ok ? await answer.json() : null;
      if (number !== sequence) {
        return;
      }
      if (next) {
        tag = answer.headers.get('ETag') || '';
        show(next);
      }
      connection(answer.ok || answer.status === 304 ? 'live' : 'lost', answer.ok || answer.status === 304 ? 'Live' : 'Reload the page');
    } catch {
      tag = '';
      connection('lost', 'The simulator does not answer. Trying again …');
    }
  }

  /** Waits longer if the state takes long, because the simulator copies its records for each request. */
  async function poll() {
    const begin = performance.now();
    if (!document.hidden) {
      await refresh();
    }
    setTimeout(poll, Math.max(INTERVAL, 5 * (performance.now() - begin)));
  }

  byId('answer').addEventListener('click', send);
  byId('close').addEventListener('click', closeOrBack);
  byId('cancel-faults').addEventListener('click', () => perform('cancel-faults', {}));
  byId('duplicate-event').addEventListener('click', () => perform('duplicate-event', {}));
  byId('lose-event-answer').addEventListener('click', () => perform('lose-event-answer', {}));
  byId('text').addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      send();
    }
  });
  poll();
})();
